import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClaims } from "../../src/claims/index.ts";
import { inventedLaw } from "./law.ts";

const law = inventedLaw();

/** What a text states, apart from its words: kinds, subjects, values, in a fixed order. */
function statedIn(text: string): string[] {
  const claims = readClaims(text, { law });
  return claims
    .map(({ kind, subject, values, direction }) =>
      JSON.stringify([kind, subject, direction, values.map(({ role, value }) => `${role} ${value}`).toSorted()]),
    )
    .toSorted();
}

const level = fc.integer({ min: 51, max: 99_999 });
const say = (n: number): string => n.toLocaleString("en-GB");

describe("readClaims(one statement in two wordings)", () => {
  test.each([
    ["Robbery fell by 12% in 2019.", "Robbery fell by twelve per cent in 2019."],
    ["Robbery fell by 12% in 2019.", "In 2019 robbery fell 12 percent."],
    ["Robbery was up 5.5%.", "Robbery was up by 5.5 per\u00a0cent."],
    ["There were 12 robberies in 2019.", "There were a dozen robberies in 2019."],
    ["There were 1,200,000 burglaries.", "There were 1.2m burglaries."],
    ["Robbery doubled, from 120 to 240.", "Robbery has doubled from 120 to 240."],
    ["One in five burglaries was solved.", "1 in 5 burglaries was solved."],
    ["Two-thirds of burglaries went unsolved.", "Two thirds of burglaries went unsolved."],
    ["Robbery rose from 120 to 240.", "Robbery rose to 240 from 120."],
    ["<p>Robbery rose by 12&#37;.</p>", "Robbery rose by 12%."],
  ])("reads “%s” and “%s” alike", (one, other) => {
    expect(statedIn(one)).toEqual(statedIn(other));
    expect(statedIn(one)).not.toEqual([]);
  });

  test("reads a percentage before its levels and behind them, by sign and by word, alike", () => {
    fc.assert(
      fc.property(level, level, fc.integer({ min: 1, max: 99 }), (from, to, percent) => {
        fc.pre(from !== to);
        const verb = to > from ? "rose" : "fell";
        const sign = statedIn(`Burglary ${verb} by ${percent}%, from ${say(from)} to ${say(to)}.`);
        expect(statedIn(`Burglary ${verb} by ${percent} per cent (from ${say(from)} to ${say(to)}).`)).toEqual(sign);
        expect(statedIn(`Burglary ${verb} ${percent} percent, to ${say(to)} from ${say(from)}.`)).toEqual(sign);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    "The fete raised £1,200, up 14% on 2017, and 3,000 people came.",
    "He was jailed for 6 years at the age of 34 after 12 hearings.",
    "The precept will rise by 5.9% and 120 officers will be recruited.",
    "Call 101 or 01999 555123 between 9am and 5pm.",
    "Tickets cost twice as much as in 2016; half were sold by noon.",
  ])("reads no claim in “%s”", (text) => {
    expect(readClaims(text, { law })).toEqual([]);
  });
});
