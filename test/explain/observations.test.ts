import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Months, observationsOf, readObservations } from "../../src/explain/index.ts";

const folder = mkdtempSync(path.join(tmpdir(), "observations-"));
const HEADER = "area,class,measure,period,value";

function read(lines: readonly string[], asked?: Months) {
  return observationsOf([HEADER, ...lines, ""].join("\n"), "obs.csv", asked);
}

async function faultOf(text: string): Promise<string> {
  return observationsOf(text, "obs.csv").then(
    () => "no fault",
    (cause: Error) => cause.message,
  );
}

/** Lines of one class, a value a month from January 2014. */
function months(values: readonly (number | null)[], { area = "a", className = "x", measure = "recorded" } = {}) {
  return values.flatMap((value, i) =>
    value === null ? [] : [`${area},${className},${measure},${monthLabel(2014 * 12 + i)},${value}`],
  );
}

function monthLabel(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

describe("observationsOf(text, file): what it makes", () => {
  it("lays months out evenly, whatever the order of the rows, and welcomes further columns", async () => {
    const lines = ["b,x,recorded,2014-03,7", "b,x,recorded,2014-01,5", "b,x,recorded,2014-02,6"];
    const { panel, notes } = await read(lines);
    expect(panel.areas).toEqual(["b"]);
    expect(panel.classes).toEqual(["x"]);
    expect(panel.series("recorded", "b", "x")).toEqual({ months: 1, start: 2014 * 12, values: [5, 6, 7] });
    expect(notes).toEqual([]);
    const wider = await observationsOf("note,value,period,measure,class,area\nhm,5,2014-Q2,recorded,x,b", "obs.csv");
    expect(wider.panel.series("recorded", "b", "x")).toEqual({ months: 3, start: 2014 * 12 + 3, values: [5] });
  });

  it("gives the same for shuffled rows", async () => {
    const lines = [
      ...months([5, 0, 7, 60, 0, 61, 64, 59]),
      ...months([4, 4, 4], { area: "b" }),
      ...["2014", "2015", "YE-2015-06", "YE-2015-03"].map((period) => `c,x,recorded,${period},20`),
    ];
    const told = async (each: readonly string[]) => {
      const { panel, notes } = await read(each);
      return { notes, series: ["a", "b", "c"].map((area) => panel.series("recorded", area, "x")) };
    };
    const expected = await told(lines);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
        expect(await told(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it("reads quotes, CR LF, CR, a byte-order mark and blank lines", async () => {
    const rows = ['"a","x","recorded","2014-01",5', "a,x,recorded,2014-02,6"];
    const texts = ["\r\n", "\r", "\n\n"].map((end) => ["\uFEFF" + HEADER, ...rows, ""].join(end));
    const named = ["area,class,measure,period,value", '"Avon, North","say ""x""",recorded,2014-01,5'].join("\n");
    for (const text of texts) {
      const file = path.join(folder, "ends.csv");
      writeFileSync(file, text);
      const { panel } = await readObservations(file);
      expect(panel.series("recorded", "a", "x")?.values).toEqual([5, 6]);
    }
    expect((await observationsOf(named, "obs.csv")).panel.series("recorded", "Avon, North", 'say "x"')?.values).toEqual(
      [5],
    );
  });

  it("keeps yearly population and survey beside monthly counts, and their class out of the classes", async () => {
    const { panel } = await read([
      ...months([5, 6, 7]),
      "a,all,population,2014,1000.5",
      "a,all,population,2015,1010",
      "a,x,survey,2013/14,2.5",
      "elsewhere,all,population,2014,9",
    ]);
    expect(panel.classes).toEqual(["x"]);
    expect(panel.areas).toEqual(["a"]);
    expect(panel.series("population", "a", "all")).toEqual({ months: 12, start: 2014 * 12, values: [1000.5, 1010] });
    expect(panel.series("survey", "a", "x")).toEqual({ months: 12, start: 2013 * 12 + 3, values: [2.5] });
  });

  it("takes the finer step where it reaches half as far, and adds it up where it does not", async () => {
    const years = [2010, 2011, 2012, 2013, 2014, 2015].map((year) => `a,x,recorded,${year},120`);
    const oneYear = months(Array.from({ length: 12 }, () => 11));
    const fewer = await read([...years.filter((each) => !each.includes("2014")), ...oneYear]);
    expect(fewer.panel.series("recorded", "a", "x")).toEqual({
      months: 12,
      start: 2010 * 12,
      values: [120, 120, 120, 120, 132, 120],
    });
    const half = await read([...years.slice(3), ...months(Array.from({ length: 24 }, () => 11))]);
    expect(half.panel.series("recorded", "a", "x")?.months).toBe(1);
  });
});

describe("observationsOf(text, file): none or not known", () => {
  it("reads no row and a nought alike: none where few are usual, not known where at least ten are", async () => {
    const rare = await read(months([1, null, 2, 0, 1, 3]));
    expect(rare.panel.series("recorded", "a", "x")?.values).toEqual([1, 0, 2, 0, 1, 3]);
    const common = await read(months([30, null, 31, 0, 29, 33]));
    expect(common.panel.series("recorded", "a", "x")?.values).toEqual([30, null, 31, null, 29, 33]);
    expect(common.notes).toEqual([
      "1 nought is not believed beside what is usual (recorded x in a): read as not known.",
    ]);
  });

  it("reads a class that has not begun, or is no more, as none", async () => {
    const level = Array.from({ length: 12 }, () => 40);
    const none = Array.from({ length: 6 }, () => null);
    const { panel } = await read([
      ...months([...level, ...level]),
      ...months([...none, ...none, ...level], { className: "new" }),
      ...months([...level, ...none], { className: "old" }),
    ]);
    const nought = Array.from({ length: 12 }, () => 0);
    expect(panel.series("recorded", "a", "new")?.values).toEqual([...nought, ...level]);
    expect(panel.series("recorded", "a", "old")?.values).toEqual([...level, ...nought]);
  });

  it("does not know what an area has before its own rows begin, nor a class that most others have", async () => {
    const level = Array.from({ length: 12 }, () => 40);
    const none = Array.from({ length: 6 }, () => null);
    const others = ["b", "c", "d"].flatMap((area) =>
      ["x", "y"].flatMap((className) => months(level, { area, className })),
    );
    const { panel } = await read([
      ...others,
      ...months([...none, ...level.slice(6)], { area: "late" }),
      ...months(level, { area: "partly" }),
      ...months([...none, ...level.slice(6)], { area: "partly", className: "y" }),
    ]);
    expect(panel.series("recorded", "late", "x")?.values).toEqual([...none, ...level.slice(6)]);
    expect(panel.series("recorded", "partly", "y")?.values).toEqual([...none, ...level.slice(6)]);
  });

  it("takes a nought among levels for a blank", async () => {
    const { panel } = await read(["a,all,population,2014,100", "a,all,population,2015,0", "a,all,population,2016,102"]);
    expect(panel.series("population", "a", "all")?.values).toEqual([100, null, 102]);
  });

  it("holds a class that is all nought as nought", async () => {
    const { panel } = await read(months([0, 0, 0]));
    expect(panel.series("recorded", "a", "x")?.values).toEqual([0, 0, 0]);
  });
});

describe("observationsOf(text, file): rolling years", () => {
  const quarters = [10, 20, 30, 40, 12, 22, 33, 44, 15, 25, 36, 41];
  const rolling = quarters.slice(3).map((_, i) => {
    const total = quarters.slice(i, i + 4).reduce((sum, each) => sum + each, 0);
    return `a,x,recorded,YE-${monthLabel(2014 * 12 + i * 3 + 11)},${total}`;
  });

  it("takes them apart where one year is known by its quarters", async () => {
    const known = quarters.slice(4, 8).map((value, i) => `a,x,recorded,2015-Q${i + 1},${value}`);
    const { panel, notes } = await read([...rolling, ...known]);
    expect(panel.series("recorded", "a", "x")).toEqual({ months: 3, start: 2014 * 12, values: quarters });
    expect(notes).toEqual(["Rolling years of recorded x in a were taken apart into the quarters that they add up."]);
  });

  it("takes them apart from a year of nought: a class that had not begun", async () => {
    const late = [0, 0, 0, 0, 5, 6, 7, 8, 9];
    const lines = late.slice(3).map((_, i) => {
      const total = late.slice(i, i + 4).reduce((sum, each) => sum + each, 0);
      return `a,x,recorded,YE-${monthLabel(2014 * 12 + i * 3 + 11)},${total}`;
    });
    const { panel } = await read(lines);
    expect(panel.series("recorded", "a", "x")?.values).toEqual(late);
  });

  it("keeps years that follow one another where they cannot be, those that meet the question first", async () => {
    const plain = await read(rolling);
    expect(plain.panel.series("recorded", "a", "x")).toEqual({ months: 12, start: 2014 * 12, values: [100, 111, 117] });
    expect(plain.notes[0]).toMatch(/overlap and cannot be taken apart/);
    const july = 2014 * 12 + 6;
    const asked = await read(rolling, { first: july, last: july + 11 });
    expect(asked.panel.series("recorded", "a", "x")).toEqual({ months: 12, start: july, values: [104, 117] });
  });

  it("keeps years where the known quarters do not add up to theirs", async () => {
    const wrong = quarters.slice(4, 8).map((value, i) => `a,x,recorded,2015-Q${i + 1},${value + 1}`);
    const { panel } = await read([...rolling, ...wrong]);
    expect(panel.series("recorded", "a", "x")?.values).not.toContain(-1);
  });

  it("finds the quarters again, whichever they were", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 60 }), { minLength: 8, maxLength: 24 }), async (values) => {
        const lines = values.slice(3).map((_, i) => {
          const total = values.slice(i, i + 4).reduce((sum, each) => sum + each, 0);
          return `a,x,recorded,YE-${monthLabel(2014 * 12 + i * 3 + 11)},${total}`;
        });
        const known = values.slice(0, 4).map((value, i) => `a,x,recorded,2014-Q${i + 1},${value}`);
        const { panel } = await read([...lines, ...known]);
        const found = panel.series("recorded", "a", "x")?.values ?? [];
        // A nought among many is not believed, however it was had.
        expect(found.map((each, i) => each ?? values[i])).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });
});

describe("observationsOf(text, file): what it refuses", () => {
  it.each([
    ["a,x,recorded,2014-01,many", /line 2: recorded "many"; expected a number/],
    ["a,x,recorded,2014-01,0x1F", /line 2: recorded "0x1F"/],
    ["a,x,recorded,2014-01,Infinity", /line 2/],
    ["a,x,recorded,2014-01,1e300", /less than 10,000,000,000/],
    ['a,x,recorded,2014-01,"1,234"', /"1,234"; expected a number, without thousands separators/],
    ["a,x,recorded,2014-01,-3", /expected 0 or more/],
    ["a,x,calls,2014-01,3.5", /calls "3.5"; expected a whole number/],
    ["a,x,survey,2014,101", /a percentage from 0 to 100/],
    ["a,x,committed,2014-01,3", /measure "committed"; expected recorded, calls/],
    ["a,x,recorded,2014-13,3", /period "2014-13"; expected 2016, 2017-Q2/],
    ["a,x,recorded,Jan 2014,3", /period "Jan 2014"/],
    [",x,recorded,2014-01,3", /no area/],
    ["a,,recorded,2014-01,3", /no class/],
    ["a,x,recorded,2014-01", /4 cells; expected 5 cells/],
    ["a,x,recorded,2014-01,1,234", /6 cells; expected 5 cells/],
    ["a,x,recorded,2014-01,3\na,x,recorded,2014-01,4", /line 3: 4 where an earlier line says 3/],
    ["a,x,recorded,2017/18-Q1,3\na,x,recorded,2017-Q2,4", /line 3: 4 where an earlier line says 3/],
    ["a,x,recorded,1900-01,3\na,x,recorded,2107-01,3", /from 1900 to 2107; expected at most 100 years/],
    ['a,"x,recorded,2014-01,3', /obs\.csv/],
  ])("%s", async (lines, message) => {
    const said = await faultOf(`${HEADER}\n${lines}\n`);
    expect(said).toMatch(/^E_OBSERVATIONS: /);
    expect(said).toMatch(message);
  });

  it("lists the first five faults and counts the others", async () => {
    const said = await faultOf([HEADER, ...Array.from({ length: 9 }, () => "a,x,recorded,2014-01,?")].join("\n"));
    expect(said).toMatch(/line 2: .*line 6: .* and 4 more; expected a number/);
    expect(said).not.toMatch(/line 7/);
  });

  it.each([
    ["", /holds no observations/],
    [`${HEADER}\n`, /holds no observations/],
    [`${HEADER}\na,x,recorded,2014-01,\n`, /holds no observations/],
    ["area,class,period,value\na,x,2014-01,3", /line 1: no column measure/],
    ["area,class,measure,period,value,value\na,x,recorded,2014-01,3,3", /two columns value/],
    ["a;b;c", /no column area, class, measure, period, value/],
  ])("a file without what is needed: %j", async (text, message) => {
    expect(await faultOf(text)).toMatch(message);
  });

  it("finds a fault as well behind lines like it that were read before", async () => {
    const good = months([30, 31, 32, 33]);
    const said = await faultOf(
      [HEADER, ...good, ...good, "a,x,recorded,2014-02,7", "a,x,recorded,2014-09,x"].join("\n"),
    );
    expect(said).toMatch(/line 10: 7 where an earlier line says 31; line 11: recorded "x"/);
  });

  it("takes the same row twice as one", async () => {
    const { panel } = await read(["a,x,recorded,2014-01,3", "a,x,recorded,2014-01,3"]);
    expect(panel.series("recorded", "a", "x")?.values).toEqual([3]);
  });
});

describe("readObservations(file)", () => {
  it("refuses a file that is not there, is a folder, or is not UTF-8", async () => {
    const latin = path.join(folder, "latin.csv");
    writeFileSync(latin, Buffer.from(`${HEADER}\nr\u00e9gion,x,recorded,2014-01,3\n`, "latin1"));
    await expect(readObservations(path.join(folder, "none.csv"))).rejects.toThrow(/E_FILE: .* does not exist/);
    await expect(readObservations(folder)).rejects.toThrow(/E_FILE: .* is no file/);
    await expect(readObservations(latin)).rejects.toThrow(/E_FILE: .* is not UTF-8/);
  });

  it("reads 100,000 rows of 100 areas within four seconds of one core", async () => {
    const big = path.join(folder, "big.csv");
    const lines = Array.from({ length: 100_000 }, (_, i) => {
      const month = monthLabel(2014 * 12 + (Math.floor(i / 1000) % 100));
      return `area-${i % 100},class-${Math.floor(i / 100) % 10},recorded,${month},${(i * 7919) % 50}`;
    });
    writeFileSync(big, [HEADER, ...lines].join("\n"));
    const began = process.cpuUsage();
    const { panel } = await readObservations(big);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1e6).toBeLessThan(4);
    expect(panel.areas).toHaveLength(100);
  });
});
