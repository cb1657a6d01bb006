import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "./run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "misuse '[1]* "));
  await mkdir(path.join(folder, "unbuilt", "lake"), { recursive: true });
  writeFileSync(path.join(folder, "a-file"), "not a store\n");
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const KENT = ["figures", "--area", "kent", "--from", "2016", "--to", "2017"];
const ASKED = [...KENT, "--class", "8Q"];

/** In one line: what is asked, and the code that answers. */
const WRONG: readonly (readonly [string, ...string[]])[] = [
  ["E_COMMAND", "nosuch"],
  ["E_COMMAND", "constructor"],
  ["E_COMMAND", "--store", "x"],
  ["E_OPTION", "figures", "--bogus", "1"],
  ["E_OPTION", "figures", "--area"],
  ["E_OPTION", "figures"],
  ["E_OPTION", ...KENT],
  ["E_OPTION", "build", "surplus"],
  ["E_OPTION", ...ASKED, "--json=yes"],
  ["E_OPTION", ...ASKED, "--by", "week"],
  ["E_OPTION", ...ASKED, "--measure", "committed"],
  ["E_OPTION", ...ASKED, "--per", "none"],
  ["E_CLASS", ...KENT, "--class", "8ZZ"],
  ["E_CLASS", ...KENT, "--class", ""],
  ["E_CLASS", ...KENT, "--class", "8Q'; DROP TABLE observation; --"],
  ["E_AREA", ...ASKED, "--area", "atlantis"],
  ["E_AREA", ...ASKED, "--area", "kent' OR '1'='1"],
  ["E_PERIOD", ...ASKED, "--from", "2016-13"],
  ["E_PERIOD", ...ASKED, "--to", ""],
  ["E_PERIOD_ORDER", ...ASKED, "--from", "2017", "--to", "2016"],
  ["E_PERIOD_CUT", ...ASKED, "--from", "2016-02", "--to", "2016-03", "--by", "quarter"],
  ["E_NO_BUILD", ...ASKED, "--store", "missing"],
  ["E_NO_BUILD", ...ASKED, "--store", "unbuilt"],
  ["E_NO_BUILD", ...ASKED, "--store", "a-file"],
  ["E_STORE", "build", "--store", "a-file"],
  ["E_STEP", "build", "--step", "nosuch", "--explain"],
  ["E_ENGINE", "build", "--engine", "spark"],
  ["E_ENGINE", "build", "--engine", "trino"],
  ["E_TIME", "build", "--as-of", "yesterday"],
  ["E_TIME", "build", "--as-of", "2017-02-29"],
  ["E_DATE", ...ASKED, "--known-on", "2018-02-30"],
  ["E_DATE", "check", "a-file", "--dated", "1 March 2018"],
  ["E_ONE_FILE", "check"],
  ["E_NO_PATH", "ingest"],
  ["E_PORT", "serve", "--port", "99999"],
];

const CASES = WRONG.map(([code, ...args]) => ({ code, args, line: args.join(" ") }));

describe.concurrent("throughline, asked what cannot be asked", () => {
  it.each(CASES)("says $code and exits with 2, with nothing on standard output: $line", async ({ code, args }) => {
    const [command = "", ...rest] = args;
    const ran = await runCli(folder, command, "--json", ...rest);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(new RegExp(`^${code}: [^\\n]*expected [^\\n]*\\n$`));
  });
});

describe("throughline, given what it cannot use", () => {
  it("leaves the folder as it was", async () => {
    await runCli(folder, ...ASKED, "--store", "missing");
    expect(existsSync(path.join(folder, "missing"))).toBe(false);
    expect(readdirSync(folder).filter((each) => !["a-file", "unbuilt"].includes(each))).toEqual([]);
  });

  it("exits with 1 for a file that is not there", async () => {
    const { code, stdout, stderr } = await runCli(
      folder,
      "ingest",
      "none.csv",
      "--store",
      path.join(folder, "unbuilt"),
    );
    expect(code).toBe(1);
    expect(stdout).toContain("none.csv: not read. E_FILE: ");
    expect(stderr).toMatch(/^E_FILE: /);
  });

  it("exits with 1 for a file that no profile knows, with one document on standard output", async () => {
    const { code, stdout, stderr } = await runCli(folder, "ingest", "a-file", "--store", "taken", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ batches: [], failures: [{ source: "a-file" }] });
    expect(stderr).toMatch(/^E_\w+: /);
    await rm(path.join(folder, "taken"), { recursive: true });
  });
});
