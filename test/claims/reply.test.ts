import { describe, expect, test } from "vitest";
import { replyFor } from "../../src/claims/index.ts";
import { checkAgainst, type Counts } from "./held.ts";

const ACCUSING = /\b(?:wrong|false|incorrect|mislead\w*|untrue|error|does not hold|not what)\b/i;
const RISE = "Robbery in Mockton rose from 276 in 2018 to 318 in 2019, up 15%.";

/** Situation, counts held, text, what the reply says, what it does not. */
const SITUATIONS: readonly (readonly [string, Counts, string, readonly (string | RegExp)[], readonly RegExp[]])[] = [
  [
    "nothing is found",
    {},
    "The fete was a success.",
    [/^We found no claim .* nothing to confirm or to correct\.$/],
    [ACCUSING],
  ],
  [
    "all holds and agrees",
    { robbery: { "2018": 276, "2019": 318 } },
    RISE,
    [
      "What holds:",
      "276 in 2018, 318 in 2019, 42 more (+15.2 %)",
      "An invented table; release first, released 23 January 2020",
    ],
    [ACCUSING, /What would be needed/],
  ],
  [
    "a percentage does not follow from its numbers",
    {},
    "Burglary in Mockton rose from 100 in 2018 to 150 in 2019, an increase of 90%.",
    ["What does not hold:", "90 %", "100 → 150"],
    [/mislead|false/],
  ],
  [
    "a percentage is cut off",
    {},
    "There were 340 cases of stalking in Mockton in 2019 - 213 more when compared to 2018 - an increase of 167%.",
    ["What holds but for the rounding:", "213 ÷ 127 = 167.7 %"],
    [ACCUSING],
  ],
  [
    "the recorded figure is another",
    { robbery: { "2018": 276, "2019": 330 } },
    "Robbery in Mockton rose from 276 in 2018 to 318 in 2019.",
    ["What is recorded otherwise:", "318 in the text, 330 recorded", "The release, classes and period"],
    [/wrong|false|What holds/],
  ],
  [
    "the recorded figure is one more",
    { robbery: { "2019": 319 } },
    "Mockton recorded 318 robberies in 2019.",
    ["318 in the text, 319 recorded"],
    [/wrong|false/],
  ],
  [
    "only more classes are held",
    { "stalking-and-harassment": { "2018": 6335, "2019": 11_761 } },
    "Harassment in Mockton rose from 1,135 in 2018 to 3,941 in 2019.",
    [
      "What cannot be compared, and why:",
      /More classes: 8L\+8M\+8Q\+8R/,
      "The number of recorded offences of harassment in Mockton in 2018 and 2019.",
    ],
    [ACCUSING],
  ],
  [
    "a percentage stands alone",
    {},
    "Robbery in Mockton rose by 15% in 2019.",
    ["What should be said beside it:", /The numbers that “.*15%.*” rests on/],
    [ACCUSING],
  ],
  [
    "the place is not said",
    {},
    "There were 12 burglaries.",
    ["What we cannot tell:", "Of which area and period “"],
    [ACCUSING],
  ],
  [
    "the base is small",
    { robbery: { "2018": 10, "2019": 15 } },
    "Robbery in Mockton rose from 10 in 2018 to 15 in 2019.",
    ["10 in 2018, 15 in 2019, 5 more"],
    [ACCUSING, /%/],
  ],
  [
    "causes are given without evidence",
    {},
    "Robbery in Mockton rose from 276 in 2018 to 318 in 2019. Chief Constable Ada Mockname said the rise was due to better recording by officers.",
    [
      /Causes:\n- Recording, given as a cause by .*Ada Mockname: no evidence is given\.\n\nNothing here says why\./,
      "For the causes:",
    ],
    [ACCUSING],
  ],
  [
    "a law is dated as it is",
    {},
    "Stalking became a specific offence in November 2012.",
    ["What holds:", "stalking became an offence on 25 November 2012"],
    [ACCUSING, /why/],
  ],
  [
    "the text counts something else",
    { robbery: { "2019": 318 } },
    "Mockton officers made 40 arrests for robbery in 2019.",
    ["the text counts arrests, the figures count recorded crimes"],
    [ACCUSING],
  ],
];

describe("replyFor(checked, {about})", () => {
  test.each(SITUATIONS)("when %s", async (_, counts, text, says, never) => {
    const { claims } = await checkAgainst(counts, text);
    const reply = replyFor(claims, { about: "your article" });
    for (const each of says)
      expect(reply).toMatch(typeof each === "string" ? new RegExp(RegExp.escape(each), "i") : each);
    for (const each of never) expect(reply).not.toMatch(each);
    expect(reply).toContain("your article");
  });

  test("quotes without the marks that would turn the writing of what follows", async () => {
    const { reply, claims } = await checkAgainst({}, RISE.replace("rose", "\u202Erose"));
    expect(claims[0]?.quote).toContain("\u202E");
    expect(reply).not.toContain("\u202E");
  });

  test("names the text by its day when that is known", async () => {
    expect((await checkAgainst({}, RISE)).reply).toContain("the text of 7 February 2020");
  });

  test("stays short however long the text: five lines a section, and the rest counted", async () => {
    const text = Array.from(
      { length: 40 },
      (_, i) => `Burglary in Mockton rose from ${200 + i} in 2018 to 300 in 2019, up 90%.`,
    );
    const { reply } = await checkAgainst({}, text.join("\n\n"));
    expect(reply).toContain("- and 35 more");
    expect(reply.length).toBeLessThan(6000);
  });

  test("has the same words each time", async () => {
    const replies = await Promise.all([checkAgainst({}, RISE), checkAgainst({}, RISE)]);
    expect(new Set(replies.map(({ reply }) => reply)).size).toBe(1);
  });
});
