import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkAll, checkArithmetic, CLAIM_SETTINGS, readClaims } from "../../src/claims/index.ts";
import { inventedLaw } from "./law.ts";

const law = inventedLaw();

function verdicts(text: string): string[] {
  return [...checkAll(readClaims(text, { law }), CLAIM_SETTINGS).values()].map(({ arithmetic }) => arithmetic);
}

/** Rounds half away from zero, in decimal digits and not in binary ones: the slow twin of the rounding rule. */
function roundedPercent(from: number, to: number, places: number): string {
  const scale = 10n ** BigInt(places);
  const top = BigInt(Math.abs(to - from)) * 100n * scale * 2n + BigInt(from);
  const units = top / (BigInt(from) * 2n);
  const digits = units.toString().padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** One change in many wordings, beside other numbers that are none of its own. */
function wordingsOf(from: number, to: number, percent: string): string[] {
  const isUp = to > from;
  const [rose, up, rise, more] = isUp ? ["rose", "up", "a rise", "more"] : ["fell", "down", "a fall", "fewer"];
  const [a, b, d] = [thousands(from), thousands(to), thousands(Math.abs(to - from))];
  return [
    `Burglary ${rose} by ${percent}% from ${a} to ${b}, police said on 5 May 2019.`,
    `There were ${b} robberies in 2019, ${up} ${percent}% on ${a} in 2018.`,
    `${b} robberies were recorded in Mockton, compared with ${a} the year before - ${rise} of ${percent} per cent.`,
    `Robbery ${rose} ${percent}% to ${b} from ${a}.`,
    `Robbery: ${up} ${percent}% (${a} to ${b}). Burglary: up 3% on the year.`,
    `Robbery ${rose} by ${d} (${percent}%), from ${a} to ${b}, while burglary rose 3% to 4,120.`,
    `In 2019 there were ${b} robberies, ${up} from ${a} in 2018, ${rise} of ${d} or ${percent} percent.`,
    `Officers recorded ${b} robberies, ${percent}% ${more} than the ${a} recorded in 2018.`,
    `Offence | 2018 | 2019 | Change\nRobbery | ${a} | ${b} | ${percent}%\n`,
    `There were ${a} robberies in 2018 and ${b} in 2019, ${rise} of ${percent}%, against a rise of 2% nationally.`,
    `A ${percent}% ${rise.slice(2)} in robbery, from ${a} offences to ${b}, was put down to a 40% cut in officers.`,
    `Robbery offences ${rose} from ${a} in the 12 months to March 2018 to ${b} in the year to March 2019 (${percent} per cent).`,
  ];
}

const level = fc.integer({ min: 1, max: 99_999 });
const places = fc.integer({ min: 0, max: 2 });
const thousands = (n: number): string => n.toLocaleString("en-GB");

describe("checkArithmetic(group)", () => {
  test("never calls a change inconsistent whose percentage is printed as it rounds", () => {
    fc.assert(
      fc.property(level, level, places, (from, to, digits) => {
        fc.pre(from !== to);
        const [verb, noun] = to > from ? ["rose", "an increase"] : ["fell", "a fall"];
        const percent = roundedPercent(from, to, digits);
        const text = `Burglary ${verb} from ${thousands(from)} in 2018 to ${thousands(to)} in 2019, ${noun} of ${percent}%.`;
        expect(verdicts(text)).toEqual(["consistent", "consistent"]);
      }),
      { numRuns: 400 },
    );
  });

  test("holds the same however the change is worded", () => {
    fc.assert(
      fc.property(level, level, places, fc.nat(), (from, to, digits, pick) => {
        fc.pre(from !== to);
        const wordings = wordingsOf(from, to, roundedPercent(from, to, digits));
        const text = wordings[pick % wordings.length] ?? "";
        expect(verdicts(text).filter((verdict) => verdict !== "consistent" && verdict !== "not-checkable")).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("checks the percentage in each of these wordings", () => {
    const without = (percent: string, verdict: string): string[] =>
      wordingsOf(1_204, 1_511, percent).filter((text) => !verdicts(text).includes(verdict));
    expect(without("25.5", "consistent")).toEqual([]);
    expect(without("31", "inconsistent")).toEqual([]);
  });

  test("holds the same for a level, a difference and a percentage with the base worked out", () => {
    fc.assert(
      fc.property(level, fc.integer({ min: 1, max: 99_999 }), places, (from, more, digits) => {
        const percent = roundedPercent(from, from + more, digits);
        const text = `There were ${thousands(from + more)} robberies in 2019 - ${thousands(more)} more than in 2018 - a rise of ${percent} per cent.`;
        const seen = verdicts(text);
        expect(seen).not.toContain("inconsistent");
        expect(seen).not.toContain("truncated");
      }),
      { numRuns: 300 },
    );
  });

  test("calls a percentage inconsistent that is off by two units of its last digit, between exact levels", () => {
    const exact = level.filter((n) => n % 1000 !== 0);
    fc.assert(
      fc.property(exact, exact, (from, to) => {
        fc.pre(to > from);
        const wrong = Number(roundedPercent(from, to, 0)) + 2;
        const text = `Burglary rose from ${thousands(from)} in 2018 to ${thousands(to)} in 2019, an increase of ${wrong}%.`;
        expect(verdicts(text)).toEqual(["consistent", "inconsistent"]);
      }),
      { numRuns: 300 },
    );
  });

  test("works the base out, and gives no percentage on one under 50", () => {
    const small = readClaims("There were 12 robberies in 2019, 3 more than in 2018, a rise of 33%.", { law });
    expect(checkArithmetic(small)[0]?.recomputed).toEqual({
      base: 9,
      baseFrom: "worked-out",
      difference: 3,
      ratio: 1.3333,
      percent: null,
    });
    const large = readClaims("There were 412 robberies in 2019, 251 more than in 2018, a rise of 156%.", { law });
    expect(checkArithmetic(large)[0]?.recomputed).toMatchObject({ base: 161, difference: 251, percent: 155.9 });
  });

  test.each([
    ["Robbery nearly doubled from 254 to 489.", "consistent"],
    ["Robbery nearly doubled from 254 to 520.", "not-checkable"],
    ["Robbery nearly doubled from 254 to 310.", "inconsistent"],
    ["Robbery more than doubled from 254 to 520.", "consistent"],
    ["Robbery more than doubled from 254 to 420.", "inconsistent"],
    ["Robbery doubled from 254 to 520.", "consistent"],
    ["Robbery doubled from 254 to 572.", "not-checkable"],
    ["Robbery doubled from 254 to 700.", "inconsistent"],
    ["Robbery halved from 520 to 254.", "consistent"],
    ["Robbery rose by about 100% from 254 to 520.", "consistent"],
    ["Robbery rose by more than 100% from 254 to 520.", "consistent"],
    ["Robbery rose by more than 110% from 254 to 520.", "inconsistent"],
    ["Robbery rose from nearly 300 to about 600, up 95%.", "consistent"],
    ["Robbery rose from 254 to 1,020, three times more than before.", "not-checkable"],
    ["Robbery rose from 254 to 765, three times more than before.", "consistent"],
    ["Robbery rose from 254 to 520, three times more than before.", "inconsistent"],
    ["Robbery doubled from 254 to 762.", "inconsistent"],
  ])("%s is %s by the published tolerances", (text, expected) => {
    expect(verdicts(text).at(-1)).toBe(expected);
  });
});
