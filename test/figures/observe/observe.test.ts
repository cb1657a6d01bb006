import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../../src/base/index.ts";
import { Lake, runPlan, type Session, sql, withSession } from "../../../src/engine/index.ts";
import { observationPlan } from "../../../src/figures/index.ts";
import { ingest } from "../../../src/intake/index.ts";
import { loadLaw, type Law } from "../../../src/law/index.ts";
import { showInputs } from "../../../src/pipeline.ts";

const CASES = path.resolve(import.meta.dirname, "../../intake/cases");
const HEADER = "area,class,measure,part,period_from,period_to,value,source_line,source_rows";

let folder: string;
let law: Law;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "observe-"));
  law = loadLaw();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Each intake case goes through the plan; what it says, and what could not be placed, is a file to be read in review. */
describe("observationPlan() over each of test/intake/cases", () => {
  for (const each of readdirSync(CASES).filter((name) => !name.startsWith("."))) {
    it(`observes ${each} as observed/${each}.csv says`, async () => {
      const text = await observed(each, each === "csew-partner-abuse" ? "YE-2018-03" : undefined);
      await expect(text).toMatchFileSnapshot(path.join(import.meta.dirname, "observed", `${each}.csv`));
    });
  }

  it("places no survey of partner abuse whose release does not name its year", async () => {
    expect(await observed("csew-partner-abuse", "YE-2018-13")).toBe(`${HEADER}\n`);
  });
});

async function observed(name: string, release: string | undefined): Promise<string> {
  const store = path.join(folder, `${name}-${release}`);
  await ingest({ store, paths: [path.join(CASES, name, "given.csv")], release }, quietEffects());
  const lake = new Lake(store);
  return withSession({}, async (session) => {
    await showInputs(session, { lake, batches: await lake.batches(), law });
    await runPlan(observationPlan(), session);
    const rows = await linesOf(
      session,
      sql`SELECT area, class, measure, part, period_from, period_to, value, source_line, source_rows
FROM observation ORDER BY ALL`,
    );
    const missing = await linesOf(
      session,
      sql`SELECT 'not placed', kind, found, source_rows FROM unmapped ORDER BY ALL`,
    );
    return `${[HEADER, ...rows, ...missing].join("\n")}\n`;
  });
}

async function linesOf(session: Session, query: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await session.rows(query);
  return rows.map((row) => Object.values(row).map(String).map(quoted).join(","));
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
