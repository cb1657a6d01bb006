import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plan, type RowOf, runPlan, Session } from "../../src/engine/index.ts";
import {
  classifySteps,
  loadLaw,
  offenceName,
  offenceNameRows,
  offenceOf,
  offenceRule,
  offenceRuleRows,
} from "../../src/law/index.ts";
import { classified, eventThere, includedOffence } from "../../src/records/index.ts";

const law = loadLaw();

interface Given {
  readonly code?: string | null;
  readonly title?: string | null;
  readonly recordedClass?: string | null;
  readonly included?: string;
  readonly day: string;
}

/** Codes in every spelling, with and without noughts and stroke, on days before and after the classes changed. */
const CODES: readonly Given[] = law.offences.flatMap(({ code }) => {
  const [main = "", sub = ""] = code.split("/");
  const spellings = [code, `${main.padStart(3, "0")}/${sub.padStart(2, "0")}`, `${main}${sub.padStart(2, "0")}`];
  spellings.push(`${main.padStart(3, "0")}${sub.padStart(2, "0")}`, ` ${main} / ${sub} `);
  return spellings.flatMap((each) =>
    ["2011-05-01", "2013-05-01", "2016-05-01", "2021-05-01"].map((day) => ({ code: each, day })),
  );
});
const TITLES: readonly Given[] = [...law.offenceTitles, ...law.offences].flatMap(({ title }) => [
  { title, day: "2016-05-01" },
  { title: title.toUpperCase(), day: "2021-05-01" },
  { title: `Attempted ${title} & more`, day: "2021-05-01" },
]);
const ODD: readonly Given[] = [
  { code: "8Q", day: "2018-01-01" },
  { code: "stalking of some made-up kind", title: "Nothing known", day: "2018-01-01" },
  { code: "999/99", title: "Harassment", day: "2018-01-01" },
  { code: "00065", day: "2018-01-01" },
  { code: "", title: "", day: "2018-01-01" },
];
const GIVEN = [...CODES, ...TITLES, ...ODD];

let session: Session;
let rows: RowOf<typeof classified>[];
beforeAll(async () => {
  session = await Session.open();
  await session.fill(offenceRule, offenceRuleRows(law));
  await session.fill(offenceName, offenceNameRows(law));
  const included = { code: "8/65", included: " 8/72;058/01 ; nonsense", recordedClass: "8L", day: "2018-03-01" };
  await session.fill(eventThere, [...GIVEN, included].map(rowOf));
  await runPlan(plan(classifySteps()), session);
  rows = await session.rowsOf(classified);
});
afterAll(() => session.close());

function rowOf(
  { code = null, title = null, recordedClass = null, included, day }: Given,
  i: number,
): RowOf<typeof eventThere> {
  const blank = Object.fromEntries(Object.keys(eventThere.columns).map((column) => [column, null]));
  const place = { batch: "b", source_line: i, force: "westmark", event_ref: String(i).padStart(6, "0"), kind: "crime" };
  const times = { recorded_at: `${day} 09:00:00`, entered_at: `${day} 10:00:00`, entered_basis: "entered" };
  const what = { offence_code: code, offence_title: title, class: recordedClass, included_offences: included ?? null };
  return { ...blank, ...place, ...times, ...what, version: 1, is_latest: true } as unknown as RowOf<typeof eventThere>;
}

describe("classifySteps()", () => {
  it("reads every code in every spelling as offenceOf does, on days of different rules", () => {
    const wrong = CODES.flatMap((given, i) => {
      const expected = offenceOf(law, given.code ?? "", given.day);
      const { offence_code: code, rule_class: found, rule_basis: basis } = rows[i] as RowOf<typeof classified>;
      const agrees =
        expected.unmapped !== true && code === expected.code && found === expected.class && basis === "code";
      return agrees ? [] : [{ given, code, found, expected }];
    });
    expect(wrong).toEqual([]);
    expect(CODES.length).toBeGreaterThan(500);
  });

  it("reads every title as offenceOf does", () => {
    const wrong = TITLES.flatMap((given, i) => {
      const expected = offenceOf(law, given.title ?? "", given.day);
      const { rule_class: found, rule_basis: basis } = rows[CODES.length + i] as RowOf<typeof classified>;
      const agrees = expected.unmapped === true ? basis === "none" && found === null : found === expected.class;
      return agrees ? [] : [{ given, found, expected }];
    });
    expect(wrong).toEqual([]);
  });

  it("takes a class in place of a code, a title where the code is not known, and says when nothing is", () => {
    const odd = rows.slice(CODES.length + TITLES.length, -1).map((each) => [each.rule_class, each.rule_basis]);
    expect(odd).toEqual([
      ["8Q", "class"],
      [null, "none"],
      [offenceOf(law, "Harassment", "2018-01-01").unmapped ? null : "8L", "title"],
      [null, "none"],
      [null, "none"],
    ]);
  });

  it("keeps the class as recorded beside the class by rule", () => {
    expect(rows.at(-1)).toMatchObject({ recorded_class: "8L", rule_class: "8Q", agrees: false, dated: "2018-03-01" });
  });

  it("classifies what is included under the principal offence", async () => {
    const found = await session.rowsOf(includedOffence);
    expect(found.map(({ place, offence_code, rule_class }) => [place, offence_code, rule_class])).toEqual([
      [1, "8/72", "8R"],
      [2, "58/1", "58J"],
      [3, "nonsense", null],
    ]);
  });
});
