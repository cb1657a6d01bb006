import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClaims } from "../../src/claims/index.ts";
import { inventedLaw } from "./law.ts";

const law = inventedLaw();

const WORDS = [
  "stalking",
  "harassment",
  "burglary",
  "offences",
  "rose",
  "fell",
  "from",
  "to",
  "by",
  "an increase of",
  "up",
  "down",
  "in",
  "2016",
  "2017",
  "2017/18",
  "340",
  "1,135",
  "3,941",
  "12%",
  "167 per cent",
  "+5.5 %",
  "five percentage points",
  "doubled",
  "nearly",
  "more than",
  "three",
  "a",
  "the year before",
  "last year",
  "compared with",
  "(",
  ")",
  "-",
  "–",
  ",",
  ".",
  ";",
  "\n",
  "\n\n",
  "\r\n",
  "\u00a0",
  "\u202f",
  "“",
  "”",
  "’",
  "😀",
  "👩‍👩‍👧",
  "é",
  "İ",
  "\u200f",
  "£250",
  "10.30am",
  "aged 34",
  "Fakeshire",
  "Police",
  "|",
  "\t",
  "•",
  "1 161",
  "§",
  "#",
  "@",
  "×",
  "~",
];

describe("readClaims(text, {dated, law})", () => {
  test("gives offsets that cut the quote out of the text as given, whatever stands in it", () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6, unit: "grapheme" })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(texts, fc.constantFrom(" ", ""), (words, glue) => {
        const text = words.join(glue);
        for (const claim of readClaims(text, { law, dated: "2018-02-07" })) {
          expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
          expect(claim.quote.length).toBeGreaterThan(0);
          for (const { start, end } of claim.values) {
            expect(start).toBeGreaterThanOrEqual(claim.start);
            expect(end).toBeLessThanOrEqual(claim.end);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("takes a subject from the sentence before, and none that the text does not name", () => {
    const [carried] = readClaims("Stalking soared. There were 412 cases in 2019.", { law });
    expect(carried?.subject).toBe("stalking");
    const [unnamed] = readClaims("There were 412 cases in 2019.", { law });
    expect(unnamed?.subject).toBeNull();
    expect(unnamed?.area).toBeNull();
  });

  test("does not carry a subject over to crime as such", () => {
    const claims = readClaims("Stalking is a worry. The town had 4,120 crimes in 2019.", { law });
    expect(claims.map(({ subject }) => subject)).toEqual([null]);
  });

  test("names the rule of each reading and gives the numbers of one change one group", () => {
    const claims = readClaims("There were 412 stalking offences in 2019 - 251 more than in 2018 - a rise of 155%.", {
      law,
    });
    expect(new Set(claims.map(({ group }) => group)).size).toBe(1);
    expect(claims.map(({ rule }) => rule)).toEqual(["number", "moved-number", "moved-percent"]);
  });

  test("is linear: twice the text takes about twice the time", () => {
    const unit =
      "Burglary rose from 1,204 in 2018 to 1,511 in 2019, up 25.5%. The hall was full, and the vicar thanked 12 helpers. ";
    const time = (copies: number): number => {
      const text = unit.repeat(copies);
      const before = performance.now();
      expect(readClaims(text, { law })).toHaveLength(2 * copies);
      return performance.now() - before;
    };
    time(100);
    expect(time(1600)).toBeLessThan(10 * time(400) + 200);
  });

  test("does not hang on long runs without a full stop, of digits, of brackets or of blanks", () => {
    for (const run of ["from 1 to ", "1", "(", " ", "burglary up 12% ", "one hundred and ", "-", "\n", "a.", "£1"]) {
      const before = performance.now();
      readClaims(run.repeat(50_000 / run.length), { law });
      expect(performance.now() - before).toBeLessThan(3000);
    }
  });
});

describe("readClaims(text, {law}) on what a number counts", () => {
  const law = inventedLaw();
  const values = (text: string) => readClaims(text, { law }).map(({ kind, values: [first] }) => [kind, first?.value]);

  test.each([
    ["Researchers read 218 robbery reviews."],
    ["The constabulary has 31 robbery desks."],
    ["The charity had supported 940 people who reported stalking."],
    ["Officers carry 20 or 25 robbery cases each."],
    ["Inspectors looked at 1,465 robbery cases."],
    ["A 13-year-old was charged with 42 robberies."],
    ["Robbery fell. The chief has 5,300 constables. In 2010 he had 5,800."],
    ["Robbery fell, and the library is open from 6 until 7.30pm."],
    ["Three men, aged 19, 20 and 22, were arrested for robbery on Friday."],
    ["He has 22 previous convictions for 51 robberies."],
    ["The robbery squad covers 1.1 million people."],
  ])("reads no count in “%s”", (text) => {
    expect(values(text).filter(([kind]) => kind === "count")).toEqual([]);
  });

  test.each([
    ["There were 60 closed robbery investigations.", [60]],
    ["In the year 71,406 notifiable crimes were recorded.", [71_406]],
    ["Robbery was rare: two sheds were broken into.", [2]],
    ["There were no robberies in 2018. One was reported in 2019.", [0, 1]],
    ["Robberies: three in 2016, none in 2017 and two in 2018.", [3, 0, 2]],
    ["Robberies by district: Northtown (12), Southtown (9), Eastham (4).", [12, 9, 4]],
    ["Robberies by month: Jan 31 Feb 28 Mar 40 Apr 44", [31, 28, 40, 44]],
    ["Robberies by district were:\n\nAdhampton 41\nArunmouth 30\nCrawsham 12", [41, 30, 12]],
    ["How many robberies led to a charge?\n\nTwelve in 2016; 14 in 2017.", [12, 14]],
    ["Robberies\n\nArea, Boys, Men\nAdhampton, 41, 55\nArunmouth, 30, 1,044", [41, 55, 30, 1044]],
    ["Robberies\n\nJan    Feb    Mar\n31     28     40", [31, 28, 40]],
  ])("reads the counts in “%s”", (text, counts) => {
    expect(values(text)).toEqual(counts.map((count) => ["count", count]));
  });

  test("reads listed percentages, points with their levels, and a rate without its unit's number", () => {
    expect(values("Robbery and stalking were down by 10 and 14 per cent.")).toEqual([
      ["percentage-change", 10],
      ["percentage-change", 14],
    ]);
    expect(values("The charge rate for robbery fell by 11.3 percentage points, from 89.1% to 77.8%.")[0]?.[0]).toBe(
      "change",
    );
    expect(values("Robbery rose by 76 to 272 and stalking by 62 to 195.")).toEqual([
      ["difference", 76],
      ["difference", 62],
    ]);
    expect(values("Robbery was 14% above the 2021 figure.")).toEqual([["percentage-change", 14]]);
    expect(values("Robberies per million passengers fell from 61 to 51.")).toEqual([["change", 61]]);
  });
});

describe("readClaims(text, {law}) on directions and orders in words", () => {
  const law = inventedLaw();
  const words = (text: string) => readClaims(text, { law }).map(({ kind, quote }) => [kind, quote]);

  test.each([
    ["Robbery edges up again, figures show.", "trend", "edges up again"],
    ["Robbery rate up as shops reopen.", "trend", "up"],
    ["Stalking is up, fewer robberies on campus.", "trend", "fewer robberies"],
    ["Robbery shows no sign of slowing.", "trend", "no sign of slowing"],
    ["Robbery is back to pre-pandemic levels.", "trend", "back to pre-pandemic levels"],
    ["People are robbed at the same rate as ten winters ago.", "trend", "at the same rate as"],
    ["Robberies reach new high.", "rank", "new high"],
    ["Robbery was the most common crime of all.", "rank", "the most common crime of all"],
  ])("reads “%s”", (text, kind, quote) => {
    const found = words(text).filter(([is]) => is === kind);
    expect(found.some(([, is]) => is?.includes(quote))).toBe(true);
  });

  test.each([
    ["Robbery victims told of their growing confidence."],
    ["The chances of being robbed remained low."],
    ["Fewer patrols mean more robberies."],
    ["More victims feel able to report robbery."],
  ])("reads no trend in “%s”", (text) => {
    expect(words(text).filter(([kind]) => kind === "trend")).toEqual([]);
  });
});
