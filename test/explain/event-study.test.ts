import { describe, expect, it } from "vitest";
import { eventStudies, monthOf, sayEvent } from "../../src/explain/index.ts";
import { isShared, monthly, question, rowsOf } from "./shared-series.ts";

const [MONTHS, AT] = [72, 48];
const DAY = "2016-01-01";

/** Numbers that look drawn, always the same ones: Lehmer's generator, then Box and Muller. */
function drawn(seed: number): () => number {
  let state = seed;
  const uniform = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Counts about 300 a month with a season; a spike of 0.7 on the log scale that fades to 1/e in `lasting` months. */
function counts(normal: () => number, lasting: number | null): number[] {
  return Array.from({ length: MONTHS }, (_, i) => {
    const fading =
      lasting === null || i < AT ? 0 : Math.exp(-(i - AT) / lasting) * lasting * (1 - Math.exp(-1 / lasting));
    const level = 300 * (1 + 0.12 * Math.sin((2 * Math.PI * i) / 12)) * Math.exp(0.7 * fading);
    return Math.max(0, Math.round(level + Math.sqrt(level) * normal()));
  });
}

function studied(seed: number, lasting: number | null) {
  const normal = drawn(seed);
  const panel = monthly("2012-01", {
    northstoke: { a: counts(normal, lasting), b: counts(normal, null), c: counts(normal, null) },
  });
  const asked = question({ panel, area: "northstoke", classes: "a", from: "2015-01 2015-12", to: "2016-01 2016-12" });
  return eventStudies(asked, DAY)[0]!.effects;
}

describe("eventStudies(question, day)", () => {
  it.each([0.5, 1, 2.5])("finds a spike that fades in %s months, how high it was and how long it lasted", (lasting) => {
    const height = Math.exp(0.7 * lasting * (1 - Math.exp(-1 / lasting)));
    const runs = Array.from({ length: 20 }, (_, k) => studied(1000 + k, lasting));
    const found = runs.map((effects) => effects.find(({ className }) => className === "a")!);
    expect(found.filter(({ moved }) => moved === "rose").length).toBeGreaterThanOrEqual(19);
    const held = found.filter(({ spike }) => spike.low <= height && height <= spike.high);
    expect(held.length).toBeGreaterThanOrEqual(18);
    const timed = found.filter(({ fading }) => fading !== null && fading.low <= lasting && lasting <= fading.high);
    expect(timed.length).toBeGreaterThanOrEqual(17);
  });

  it("says in at least 95 of 100 that nothing moved where nothing happened", () => {
    const quiet = Array.from({ length: 100 }, (_, k) => studied(5000 + k, null)).filter((effects) =>
      effects.every(({ moved, fading }) => moved === "not-shown" && fading === null),
    );
    expect(quiet.length).toBeGreaterThanOrEqual(95);
  });

  it("says that too little is held around a day at the end of the series", () => {
    const panel = monthly("2012-01", { northstoke: { a: counts(drawn(7), null) } });
    const asked = question({ panel, area: "northstoke", classes: "a", from: "2015-01", to: "2016-01" });
    const [study] = eventStudies(asked, "2017-12-20");
    expect(study!.effects).toEqual([]);
    expect(sayEvent(study!)).toEqual([expect.stringContaining("too little is held")]);
  });
});

describe.skipIf(!isShared)("eventStudies(question) on London and the referendum (needs ../shared)", () => {
  it("finds aggravated offences higher against their plain twins, and the twins where they were", () => {
    const touched = [
      "Racially or Religiously Aggravated Harassment",
      "Racially or Religiously Aggravated Assault with Injury",
      "Racially or Religiously Aggravated Public Fear, Alarm or Distress",
    ];
    const twins = ["Harassment offences", "Assault with injury", "Public Fear, Alarm or Distress"];
    const names = [...touched, ...twins];
    const classes = Object.fromEntries(names.map((each) => [each, Array.from({ length: 60 }, () => 0)]));
    for (const row of rowsOf("met-vawg-offences-2014-2026/met-vawg-offences-by-classification.csv.gz")) {
      const month = monthOf(`${row.recorded_month}-01`) - monthOf("2014-01-01");
      const series = classes[row.offence_code_label!];
      if (series !== undefined && month < series.length) series[month]! += Number(row.count);
    }
    const event = {
      date: "2016-06-23",
      month: monthOf("2016-06-23"),
      classes: touched,
      twins,
      title: "Referendum",
      source: null,
    };
    const asked = question({
      panel: monthly("2014-01", { metropolitan: classes }),
      area: "metropolitan",
      classes: touched.join("+"),
      from: "2015-07",
      to: "2016-07",
      context: { events: [event] },
    });
    const effects = eventStudies(asked)[0]!.effects;
    const aggravated = effects.find(({ role }) => role === "touched")!;
    expect(aggravated.againstTwins!.low).toBeGreaterThan(1);
    const plain = effects.filter(({ role }) => role === "twin");
    expect(plain).toHaveLength(3);
    expect(plain.every(({ moved }) => moved === "not-shown")).toBe(true);
  });
});
