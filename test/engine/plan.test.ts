import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  column,
  defineTable,
  duckdbDialect,
  explainPlan,
  lastDayAfterMonths,
  maybeColumn,
  monthOf,
  name,
  type Plan,
  plan,
  planFor,
  rowHash,
  runPlan,
  sql,
  step,
  type Table,
  trinoDialect,
  withSession,
} from "../../src/engine/index.ts";

const numbered = (called: string) =>
  defineTable({ name: called, meaning: "Numbers.", key: ["n"], columns: { n: column("integer", "A number.") } });
const [a, b, c, d, e] = [numbered("a"), numbered("b"), numbered("c"), numbered("d"), numbered("e")] as const;
const more = (makes: Table, ...reads: Table[]) =>
  step(makes, { reads }, sql`SELECT MAX(n) + 1 AS n FROM ${reads[0] ?? a}`);

describe("plan(steps)", () => {
  it("works out what must be given: what is read and not made", () => {
    const whole = plan([more(b, a), more(c, b, d), more(e, c, a)]);
    expect(whole.given.map((table) => table.name)).toEqual(["a", "d"]);
    expect(whole.steps.map((each) => each.name)).toEqual(["b", "c", "e"]);
    expect(plan([])).toEqual({ steps: [], given: [] });
  });

  it("refuses a step that reads what only a later one makes, or what it makes itself", () => {
    expect(() => plan([more(c, b), more(b, a)])).toThrow("step c reads b, which is made only later");
    expect(() => plan([more(b, b)])).toThrow("step b reads b, which is made only later");
  });

  it("refuses two makers of one table, next to each other or far apart", () => {
    expect(() => plan([more(b, a), more(b, a)])).toThrow("two steps make b");
    expect(() => plan([more(b, a), more(c, b), more(b, c)])).toThrow("two steps make b");
  });
});

describe("planFor(plan, step)", () => {
  const whole = plan([more(b, a), more(c, a), more(d, b), more(e, d, c)]);

  it("keeps only what is needed, in order", () => {
    const kept = (called: string) => planFor(whole, called).steps.map((each) => each.name);
    expect([kept("b"), kept("d"), kept("e")]).toEqual([["b"], ["b", "d"], ["b", "c", "d", "e"]]);
    expect(planFor(whole, "d").given.map((table) => table.name)).toEqual(["a"]);
  });

  it("is a plan that stands by itself, for any plan", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), { minLength: 1, maxLength: 10 }),
        (reads) => {
          const tables = reads.map((_, i) => numbered(`t${i}`));
          const steps = tables.map((makes, i) =>
            more(makes, ...(reads[i] ?? []).map((back) => (back < i ? (tables[back] as Table) : a))),
          );
          const last = planFor(plan(steps), `t${steps.length - 1}`);
          expect(last.steps.at(-1)?.name).toBe(`t${steps.length - 1}`);
          expect(last.given.every((table) => table.name === "a")).toBe(true);
          const read = new Set(last.steps.flatMap((each) => each.reads.map((table) => table.name)));
          expect(last.steps.slice(0, -1).every((each) => read.has(each.name))).toBe(true);
        },
      ),
    );
  });

  it("refuses a step that does not exist as the asker's mistake, and names those that do", () => {
    expect(() => planFor(whole, "given")).toThrow('E_STEP: no step is called "given"; expected b, c, d, e.');
  });
});

describe("runPlan(plan, session, onStep)", () => {
  it("runs each step on what the one before made, and reports each as it ends", async () => {
    const whole = plan([more(b, a), more(c, b)]);
    const told: string[] = [];
    await withSession({}, async (session) => {
      await session.fill(a, [{ n: 1 }, { n: 4 }]);
      const reports = await runPlan(whole, session, ({ name: called, rows }) => told.push(`${called} ${rows}`));
      expect(reports.map((each) => [each.name, each.rows])).toEqual([
        ["b", 1],
        ["c", 1],
      ]);
      expect(await session.rowsOf(c)).toEqual([{ n: 6 }]);
    });
    expect(told).toEqual(["b 1", "c 1"]);
  });

  it("casts what a step makes to what was declared, and leaves out what was not", async () => {
    const wide = step(b, { reads: [] }, sql`SELECT '7' AS n, 'more' AS label`);
    await withSession({}, async (session) => {
      await runPlan(plan([wide]), session);
      expect(await session.rows(sql`SELECT * FROM ${b}`)).toEqual([{ n: 7 }]);
    });
  });

  it.each([
    [
      "names itself and shows its SQL when it fails",
      sql`SELECT broken_word AS n`,
      /^step b failed: .*broken_word[\s\S]*SELECT broken_word AS n/,
    ],
    ["names the column that it did not make", sql`SELECT 1 AS m`, /^step b failed: [\s\S]*"n"/],
    [
      "may not leave empty what always has a value",
      sql`SELECT NULL AS n`,
      /^step b failed: 1 rows have no n, which b declares/,
    ],
    ["may not make what is not of the declared type", sql`SELECT 'x' AS n`, /^step b failed: [\s\S]*'x'/],
  ])("a step %s", async (_, body, message) => {
    await withSession({}, async (session) => {
      await expect(runPlan(plan([step(b, { reads: [] }, body)]), session)).rejects.toThrow(message);
    });
  });
});

/** Offences counted by month, in every meaning that a small plan is likely to need. */
function smallPlan(): Plan {
  const given = defineTable({
    name: "given_count",
    meaning: "Counts of days.",
    key: ["day"],
    columns: { day: column("date", "A day."), area: column("text", "An area."), n: column("integer", "A count.") },
  });
  const monthly = defineTable({
    name: "monthly_count",
    meaning: "Counts of months.",
    key: ["month"],
    columns: {
      month: column("date", "First day."),
      last_day: column("date", "Last day."),
      n: column("decimal", "A count."),
      mark: maybeColumn("integer", "A hash."),
    },
  });
  const month = monthOf(name("day"));
  return plan([
    step(
      monthly,
      { reads: [given] },
      sql`SELECT ${month} AS month, ${lastDayAfterMonths(month, 1)} AS last_day, SUM(n) AS n, MAX(${rowHash(name("area"))}) AS mark
FROM ${given}
WHERE area <> ${"Made-up 'Shire'"}
GROUP BY ${month}`,
    ),
  ]);
}

/** Words that DuckDB has and Trino has not, or has with another meaning. */
const ONLY_DUCKDB =
  /::|\bTO_MONTHS\b|\bTO_DAYS\b|\bINTERVAL \d|\bREGEXP_MATCHES\b|\bREGEXP_FULL_MATCH\b|\bTIMESTAMP_MS\b|\bREAD_\w+|\bLEVENSHTEIN\(|\bSTRFTIME\b|\bSTRPTIME\b|\bLIST_\w+|\bUNNEST\(\[|\bEPOCH_MS\b|\bEXCLUDE\b|\bQUALIFY\b|\bGROUP BY ALL\b|\bORDER BY ALL\b|\bILIKE\b|\bSTRING_AGG\b|\bMAKE_DATE\b|\bLAST_DAY\(|\bCOPY\b|\b0x|`/i;

describe("explainPlan(plan, dialect)", () => {
  it.each([duckdbDialect, trinoDialect])("says a small plan for $name as its snapshot", async (dialect) => {
    await expect(explainPlan(smallPlan(), dialect)).toMatchFileSnapshot(`snapshots/small-plan.${dialect.name}.sql`);
  });

  it("says nothing to Trino that only DuckDB understands", () => {
    expect(ONLY_DUCKDB.exec(explainPlan(smallPlan(), trinoDialect))?.[0]).toBeUndefined();
    const meanings = Object.values(trinoDialect.meanings).map((say) => say(["x", "y", "z"]));
    expect(meanings.filter((each) => ONLY_DUCKDB.test(each))).toEqual([]);
  });

  it("would find DuckDB's words if they were said", () => {
    expect(ONLY_DUCKDB.exec(explainPlan(smallPlan(), duckdbDialect))?.[0]).toBeDefined();
    expect(ONLY_DUCKDB.test("SELECT a::INTEGER")).toBe(true);
  });
});
