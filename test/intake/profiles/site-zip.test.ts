import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { quietEffects } from "../../../src/base/index.ts";
import { ingest } from "../../../src/intake/index.ts";
import { zipOf } from "../read/made.ts";

describe("ingest(…) of a zip as data.police.uk gives it", () => {
  it("takes each member by its own profile: street files, and outcome files", async () => {
    const store = await mkdtemp(path.join(tmpdir(), "site-zip-"));
    const zip = path.join(store, "invented.zip");
    const zipped = await zipOf({
      "2018-10/": "",
      "2018-10/2018-10-kent-street.csv": await given("police-uk-street"),
      "2018-10/2018-10-kent-outcomes.csv": await given("police-uk-outcomes"),
    });
    await writeFile(zip, zipped);
    const { batches, failures } = await ingest({ store: path.join(store, "store"), paths: [zip] }, quietEffects());
    await rm(store, { recursive: true });
    expect(failures).toEqual([]);
    expect(batches).toMatchObject([
      { source: "invented.zip!2018-10/2018-10-kent-street.csv", profile: "police-uk-street", rows: 8, rejected: 3 },
      { source: "invented.zip!2018-10/2018-10-kent-outcomes.csv", profile: "police-uk-outcomes", rows: 4, rejected: 1 },
    ]);
  });
});

function given(name: string): Promise<Buffer> {
  return readFile(path.resolve(import.meta.dirname, "../cases", name, "given.csv"));
}
