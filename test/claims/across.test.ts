import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkAll, CLAIM_SETTINGS, readClaims } from "../../src/claims/index.ts";
import { inventedLaw } from "./law.ts";

const law = inventedLaw();

/** The verdict on the claim whose first value is this; falls by their size. */
function verdictOn(text: string, value: number): string | undefined {
  const checks = [...checkAll(readClaims(text, { law }), CLAIM_SETTINGS)];
  const isOf = (claim: { values: readonly { value: number }[] }): boolean =>
    Math.abs((claim.values[0]?.value ?? Number.NaN) - value) < 1e-3;
  return checks.find(([claim]) => isOf(claim))?.[1].arithmetic;
}

function verdicts(text: string): string[] {
  return [...checkAll(readClaims(text, { law }), CLAIM_SETTINGS).values()].map(({ arithmetic }) => arithmetic);
}

/** One change told over several sentences, beside others that are none of its own. */
function tellings(from: number, to: number, percent: string): string[] {
  const isUp = to > from;
  const [rose, rise, more] = isUp ? ["rose", "rise", "more"] : ["fell", "fall", "fewer"];
  const [a, b, d] = [from, to, Math.abs(to - from)].map((n) => n.toLocaleString("en-GB"));
  return [
    `There were ${b} robberies in 2017. That is ${d} ${more} than in 2016. It is a ${rise} of ${percent}%.`,
    `Police recorded ${b} robberies in 2017. In 2016 the figure was ${a}. Robbery therefore ${rose} by ${percent}%.`,
    `Robbery ${rose} ${percent}% in a year. The figures show ${a} offences in 2016 and ${b} in 2017. Burglary rose 3%.`,
    `Robbery ${rose} ${percent}%.\n\nOffence | 2016 | 2017\nRobbery | ${a} | ${b}\nBurglary | 812 | 904\n`,
    `Offence | 2016 | 2017\nRobbery | ${a} | ${b}\nBurglary | 812 | 904\n\nRobbery ${rose} by ${percent} per cent.`,
    `Robbery: ${b} (${a} in 2016), ${isUp ? "up" : "down"} ${percent}%.`,
    `Robbery ${rose} by ${percent} per cent to ${b} (${a}). Nationally it rose by 7 per cent.`,
    `Robbery in Fakeshire ${rose} from ${a} to ${b}. That was a ${rise} of ${percent}%. Burglary was up 12% since 2010.`,
    `2016: ${a} robberies\n2017: ${b} robberies\nThis is a ${rise} of ${percent}%.`,
    `Robberies were ${a} in 2016, ${b} in 2017. The ${percent}% ${rise} follows a ${rise} of 41% in 2015.`,
  ];
}

const level = fc.integer({ min: 50, max: 9_999 });

describe("checkAll(claims, settings)", () => {
  test("never calls a change inconsistent that is told truly over several sentences", () => {
    fc.assert(
      fc.property(level, level, fc.nat(), (from, to, pick) => {
        fc.pre(from !== to);
        const percent = Math.abs((to / from - 1) * 100).toFixed(1);
        fc.pre(!/[05]\.\d5$/.test(percent));
        const texts = tellings(from, to, percent);
        expect(verdicts(texts[pick % texts.length] ?? "")).not.toContain("inconsistent");
      }),
      { numRuns: 600 },
    );
  });

  test("checks the percentage in each of these tellings", () => {
    const texts = tellings(1_204, 1_511, "25.5");
    expect(texts.filter((text) => verdictOn(text, 25.5) !== "consistent")).toEqual([]);
  });

  test.each<readonly [string, number, string]>([
    ["There were 204 robberies in 2017. That is 81 more than in 2016. It is a rise of 66%.", 81, "consistent"],
    ["There were 360 robberies. That was a rise of half on the 240 of the year before.", 1.5, "consistent"],
    ["There were 1,510 robberies, more than double the 604 of the year before.", 2, "consistent"],
    ["Robbery is up by a third on 2016. There were 400 in 2017, against 300.", 1.333333, "consistent"],
    ["Robberies rose to 340 - nearly three times the number in 2016 (127).", 3, "consistent"],
    ["Robbery doubled. There were 400 robberies in 2017 and 500 in 2016.", 2, "inconsistent"],
    [
      "The force recorded 500 burglaries in 2017 and 400 in 2018. This is a decrease of 25 per cent.",
      25,
      "inconsistent",
    ],
    ["Burglary fell from 500 to 300. A reduction of a fifth in a year is welcome.", 0.8, "inconsistent"],
    ["Half as many burglaries again were recorded, 300 against 240.", 1.5, "inconsistent"],
    [
      "Robbery is down 30% since 2010. Last year there were 350 robberies, 5% fewer than the 368 of 2016.",
      30,
      "not-checkable",
    ],
    ["Robbery has doubled since 2013. In 2018 there were 948 robberies, up 17% from 810.", 2, "not-checkable"],
    ["Robbery rose by 90% in March. Over the year it went up from 410 to 455.", 90, "not-checkable"],
    ["Robbery rose 22% nationally. In Fakeshire there were 300 offences, up from 250.", 22, "not-checkable"],
    ["There were 50 burglaries in Upper End, 31 in Lower End and 21 in Middle End, 102 in total.", 102, "consistent"],
    ["There were 50 burglaries in Upper End, 31 in Lower End and 21 in Middle End, 112 in total.", 112, "inconsistent"],
    ["Burglaries by ward:\n- Upper End: 50\n- Lower End: 31\nTotal: 81", 81, "consistent"],
    ["Burglaries by ward:\n- Upper End: 50\n- Lower End: 31\nTotal: 91", 91, "inconsistent"],
    ["Of the burglaries 48% were at night, 45% by day and the remaining 5% at dawn.", 5, "inconsistent"],
    ["Of the burglaries 48% were at night, 45% by day and the remaining 7% at dawn.", 7, "consistent"],
    ["Only 60 of 1,204 burglaries were solved. That means 95% were never solved.", 95, "consistent"],
    ["Police recorded 300 robberies. 240 of these (80%) were by night.", 80, "consistent"],
    ["There were 300 robberies in a town of 60,000. That is 5 per 1,000.", 5, "consistent"],
    ["There were 300 robberies in a town of 60,000. That is 0.5 per 1,000.", 0.5, "inconsistent"],
    ["More than 10 robberies every day - 3,800 in the year - were recorded.", 10, "consistent"],
    ["There were 1.2m burglaries, up 22% from 1m.", 22, "consistent"],
    ["Although reports of burglary rose, robberies went from 59 to 41.", 59, "consistent"],
  ])("%s (%d) is %s", (text, value, verdict) => {
    const signed = verdictOn(text, value) ?? verdictOn(text, -value);
    expect(signed).toBe(verdict);
  });
});
