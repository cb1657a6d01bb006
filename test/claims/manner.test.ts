import { describe, expect, test } from "vitest";
import { readClaims } from "../../src/claims/index.ts";
import { inventedLaw } from "./law.ts";

const law = inventedLaw();

/** The numeric claims of a text, one a line: its kind, its values, and the period where one is said. */
function read(text: string): string[] {
  return readClaims(text, { law }).map(({ kind, values, direction }) => {
    const said = values.map(({ role, value }) => `${role} ${value}`).join(", ");
    return said === "" ? `${kind} ${direction ?? "level"}` : `${kind} ${said}`;
  });
}

function periods(text: string): string[] {
  return readClaims(text, { law }).map(({ values, period }) => `${values[0]?.value} in ${period}`);
}

describe("readClaims(table set with single spaces, or a cell a line)", () => {
  test("numbers under years that nothing but single spaces parts stand in those years", () => {
    const text = "Stalking offences by code\n\nCode 2015 2016\n8/65 4 36\n195/12 11 83\nTOTAL 15 119\n";
    expect(periods(text)).toEqual(["4 in 2015", "36 in 2016", "11 in 2015", "83 in 2016", "15 in 2015", "119 in 2016"]);
  });

  test("a total is not held against rows of which one could not be read", () => {
    const text = "Stalking offences by code\n\nCode 2015 2016\n8/65 4 36\n8/66   3\n195/12 11 83\nTOTAL 15 122\n";
    expect(readClaims(text, { law }).map(({ sumOf }) => sumOf ?? null)).toEqual(Array(6).fill(null));
  });

  test("a table that was copied a cell a line keeps its columns", () => {
    const text =
      "Burglary offences recorded\n\nDistrict\n\n2016\n\n2017\n\nMarlham\n\n12\n\n30\n\nOversea\n\n41\n\n38\n";
    expect(periods(text)).toEqual(["12 in 2016", "30 in 2017", "41 in 2016", "38 in 2017"]);
  });

  test("so does one whose lines end in bars", () => {
    const text = "Burglary offences recorded\nYear |\nOffences |\n|\n2016 |\n12 |\n|\n2017 |\n30 |\n";
    expect(periods(text)).toEqual(["12 in 2016", "30 in 2017"]);
  });
});

describe("readClaims(sentences in the manner of bulletins, minutes and answers)", () => {
  test.each([
    ["Robbery was up by 12% or 30 to 280.", ["percentage-change percent 12, difference 30, to 280"]],
    ["Burglary offences rose by 5% (200 offences to 210).", ["percentage-change percent 5, from 200, to 210"]],
    ["Burglary offences showed the same: a two per cent increase to 5,100.", ["percentage-change percent 2, to 5100"]],
    [
      "In Marlham 210 cases of burglary were recorded by officers of the whole county force, up from 190 the year before.",
      ["change from 190, to 210"],
    ],
    ["Stalking rises by quarter", ["ratio ratio 1.25"]],
    [
      "Burglary rose by more than half last year - with an average of more than 15 crimes a week.",
      ["ratio ratio 1.5", "rate rate 15"],
    ],
    ["The burglary rate per 1,000 people in the year was 6.3 crimes.", ["rate rate 6.3, base 1000"]],
    ["There were rises in robbery (3%).", ["percentage-change percent 3"]],
    ["The share of robberies that end in a charge has fallen below one in ten.", ["ratio ratio 0.1"]],
    ["Large increases in robbery were seen.", ["trend up"]],
    ["Robbery and burglary also showed marked decreases.", ["trend down"]],
    ["Levels of burglary appear to have remained flat.", ["trend level"]],
  ])("%s", (text, claims) => {
    expect(read(text)).toEqual(claims);
  });

  test.each([
    "How many burglaries were there? (281895)",
    "Burglary offences( 1) are those of questions 1 & 2 (PDF 44 KB).",
    "To answer on burglary we would need to individually interrogate 7069 occurrences.",
    "A dip sample of 25 burglary offenders was taken.",
    "One burglary is one burglary too many.",
    "The peak age of burglary offenders was 14 to 17.",
    "More serious burglary offences are dealt with by detectives.",
    "Burglary is told of amid a 9.3% increase in population.",
    "Burglary is not all: the number of police officers was 12,404, the lowest number on record.",
    "Officers said the rise in burglary is a sign of trust.",
  ])("no claim: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
