import { describe, expect, it } from "vitest";
import { type Cause, explain, type Explanation, monthOf, type RuleChange } from "../../src/explain/index.ts";
import { isShared, monthly, question, rowsOf } from "./shared-series.ts";

function standing({ causes }: Explanation, cause: Cause) {
  return causes.find((each) => each.cause === cause)!.standing;
}

function rule(date: string, moves: Pick<RuleChange, "fromClass" | "toClass" | "basis" | "title">): RuleChange {
  const kind = moves.fromClass === null ? "added" : moves.toClass === null ? "removed" : "moved";
  return { month: monthOf(date), kind, source: null, ...moves };
}

describe.skipIf(!isShared)("explain(question) on the seat-belt law of 31 January 1983 (needs ../shared)", () => {
  const rows = isShared ? rowsOf("series-uk-road-casualties/seatbelts.csv") : [];
  const series = (name: string) => rows.map((row) => Number(row[name]));
  const panel = monthly("1969-01", {
    "great-britain": { drivers: series("drivers"), front: series("front"), rear: series("rear") },
  });
  const rules = ["drivers", "front"].map((fromClass) =>
    rule("1983-02-01", { fromClass, toClass: null, basis: "law", title: "Front seat belts become compulsory" }),
  );
  const told = (classes: string) =>
    explain(
      question({
        panel,
        area: "great-britain",
        classes,
        from: "1982-02 1983-01",
        to: "1983-02 1984-01",
        context: { rules },
      }),
    );

  it.each(["front", "drivers"])("gives the fall of those hurt, %s, to the law and to nothing else", (className) => {
    const answer = told(className);
    expect(answer.verdict).toBe("changed");
    expect(answer.causes[0]).toMatchObject({ cause: "law-change", standing: "supported" });
    expect(answer.causes.slice(1).every((each) => each.standing === "ruled-out")).toBe(true);
    expect(answer.causes[0]!.share!.low).toBeGreaterThan(0.4);
  });

  it("does not see the rear seats fall, to which the law did not apply", () => {
    const answer = told("rear");
    expect(answer.verdict).toBe("not-shown");
    expect(standing(answer, "law-change")).toBe("ruled-out");
  });
});

describe.skipIf(!isShared)("explain(question) on hate crime around the referendum (needs ../shared)", () => {
  const rows = isShared ? rowsOf("hate-crime-monthly-by-force/merged.csv") : [];
  const MONTHS = 40;
  const forces = Map.groupBy(rows, (row) => row.county_str!);
  const values = [...forces.values()].map((of) =>
    of
      .toSorted((a, b) => monthNumber(a.date!) - monthNumber(b.date!))
      .slice(0, MONTHS)
      .map(({ hate_crimes: count }) => (count === "" ? null : Number(count))),
  );
  const full = values.filter((each) => each.length === MONTHS && !each.includes(null));
  const sum = Array.from({ length: MONTHS }, (_, i) => full.reduce((total, each) => total + each[i]!, 0));
  const panel = monthly("2015-01", { "eight-forces": { "hate-crime": sum } });
  const events = ["2016-06-23", "2017-03-22", "2017-05-22", "2017-06-03", "2017-06-19"].map((date) => ({
    date,
    month: monthOf(date),
    classes: ["hate-crime"],
    twins: [],
    title: `Event of ${date}`,
    source: null,
  }));

  it.each([
    ["2015-07", "2016-07"],
    ["2015-07 2015-08", "2016-07 2016-08"],
  ])("puts the event first between %s and %s", (from, to) => {
    const answer = explain(
      question({ panel, area: "eight-forces", classes: "hate-crime", from, to, context: { events } }),
    );
    expect(full).toHaveLength(8);
    expect(answer.verdict).toBe("changed");
    expect(answer.causes[0]).toMatchObject({ cause: "event" });
    expect(answer.causes[0]!.middle).toBeGreaterThan(0.25);
  });
});

function monthNumber(date: string): number {
  const [year, month] = date.split("-").map(Number);
  return year! * 12 + month!;
}

describe.skipIf(!isShared)("explain(question) on London's counting rules (needs ../shared)", () => {
  const LABELS: Readonly<Record<string, string>> = {
    "Harassment offences": "8L",
    Stalking: "8Q",
    "Malicious Communications": "8R",
    "Racially or Religiously Aggravated Harassment": "8M",
    "Controlling or Coercive Behaviour": "8U",
    "Public Fear, Alarm or Distress": "9A",
    "Assault with injury": "8N",
  };
  const MONTHS = 144;
  const classes: Record<string, number[]> = Object.fromEntries(
    Object.values(LABELS).map((code) => [code, Array.from({ length: MONTHS }, () => 0)]),
  );
  for (const row of isShared ? rowsOf("met-vawg-offences-2014-2026/met-vawg-offences-by-classification.csv.gz") : []) {
    const counts = classes[LABELS[row.offence_code_label!] ?? ""];
    const month = monthOf(`${row.recorded_month}-01`) - monthOf("2014-01-01");
    if (counts !== undefined && month < MONTHS) counts[month]! += Number(row.count);
  }
  const panel = monthly("2014-01", { metropolitan: classes });
  const moved = (date: string, fromClass: string | null, toClass: string, title: string) =>
    rule(date, { fromClass, toClass, basis: "rule", title });
  const rules = [
    moved("2014-04-01", "8L", "8Q", "Stalking becomes a class of its own"),
    moved("2015-04-01", null, "8R", "Malicious communications become notifiable"),
    moved("2017-04-01", "8L", "8R", "Malicious communications become a class of their own"),
    ...["8L", "8M", "8Q", "8U"].map((each) => moved("2018-04-01", null, each, "A course of conduct is counted too")),
    moved("2020-04-01", "8L", "8Q", "Former partners: stalking unless shown otherwise"),
  ];
  const told = (className: string, from: string, to: string) =>
    explain(question({ panel, area: "metropolitan", classes: className, from, to, context: { rules } }));

  it.each([
    ["April 2014", "8Q", "2014-01 2014-03", "2014-04 2014-06"],
    ["April 2015", "8R", "2014-04 2015-03", "2015-04 2016-03"],
    ["April 2018", "8L", "2017-04 2018-03", "2018-04 2019-03"],
    ["April 2020", "8Q", "2019-04 2020-03", "2020-04 2021-03"],
  ])("supports the rule of %s for %s", (_, className, from, to) => {
    const answer = told(className, from, to);
    expect(answer.verdict).toBe("changed");
    expect(answer.causes[0]).toMatchObject({ cause: "counting-rule", standing: "supported" });
  });

  it("sees what left harassment in April 2015 as other classification, into the class that gained", () => {
    const answer = told("8L", "2014-04 2015-03", "2015-04 2016-03");
    expect(answer.causes[0]).toMatchObject({ cause: "classification", standing: "supported" });
    const sibling = answer.causes[0]!.evidence.find(({ className }) => className === "8R");
    expect(sibling!.measured!.estimate).toBeGreaterThan(1);
  });

  it("sees no step of April 2017 in malicious communications, which London had told apart before", () => {
    const answer = told("8R", "2016-04 2017-03", "2017-04 2018-03");
    expect(answer.verdict).toBe("not-shown");
    expect(standing(answer, "counting-rule")).toBe("ruled-out");
  });

  it("leaves the neighbours that no rule touched as they were", () => {
    for (const [from, to] of [
      ["2017-04 2018-03", "2018-04 2019-03"],
      ["2019-04 2020-03", "2020-04 2021-03"],
    ] as const) {
      const answer = told("9A", from, to);
      expect(answer.verdict).toBe("not-shown");
      expect(standing(answer, "counting-rule")).toBe("ruled-out");
    }
  });
});
