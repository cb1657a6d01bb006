import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkText } from "../../src/claims/index.ts";
import { lawNames } from "../../src/claims/index.ts";
import { loadLaw } from "../../src/law/index.ts";
import { inventedLaw, nothingHeld } from "./law.ts";

const invented = inventedLaw();
const known = lawNames(loadLaw());
const RISE = "Robbery in Mockton rose from 276 in 2018 to 318 in 2019. ";

async function causesIn(text: string, law = invented) {
  const { claims } = await checkText(text, { law, finder: nothingHeld, dated: "2020-03-01" });
  return claims.filter(({ kind }) => kind === "cause");
}

/** What is asserted, in short: explanation, strength, speaker. */
async function short(text: string): Promise<(string | null)[][]> {
  const causes = await causesIn(text);
  return causes.map(({ cause }) => [cause?.cause ?? null, cause?.strength ?? null, cause?.speaker ?? null]);
}

describe("checkText on who asserts which cause", () => {
  test.each([
    ["The rise in robbery was due to better recording.", "recording", "is"],
    ["The rise in robbery was partly due to better recording.", "recording", "partly"],
    ["The rise in robbery may be linked to the lockdown.", "event", "may"],
    ["The increase in stalking is thought to be driven by improvements in recording.", "recording", "likely"],
    ["The rise in robbery was not due to better recording.", "recording", "denied"],
    ["Robbery offences rose because victims were more willing to come forward.", "reporting", "is"],
    ["Because of a new counting rule, harassment offences rose.", "counting-rule", "is"],
    ["Greater awareness explains the rise in stalking offences.", "reporting", "is"],
    ["A change in the law led to an increase in stalking offences.", "law-change", "is"],
    ["The new counting rules are one reason for the rise in stalking.", "counting-rule", "partly"],
    ["The fall in burglary reflects extra patrols.", "real-change", "is"],
    ["The increase in robbery was attributed to population growth.", "population", "is"],
    ["The rise in stalking offences reflects a better understanding among officers.", "classification", "is"],
  ])("reads “%s”", async (text, cause, strength) => {
    expect(await short(text)).toEqual([[cause, strength, null]]);
  });

  test.each([
    ["The mayor blamed closed youth clubs.", null, "is"],
    ["Unlocked vans were to blame.", null, "is"],
    ["Thefts from farms, which were up by a third, were the main reason.", null, "is"],
    ["We think the new lights have made all the difference.", null, "is"],
    ["He regarded this as a sign that people had the confidence to report.", "reporting", "is"],
    ["The chair said it was a reflection of better recording.", "recording", "is"],
    ["The main factor was a change in how texts are counted.", "counting-rule", "is"],
    ["Some of it will be down to the new counting rules.", "counting-rule", "partly"],
    ["The campaign encouraged more victims to come forward.", "reporting", "is"],
    ["“It’s that nobody bothers to lock a door,” she said.", null, "is"],
    ["“That’s gangs coming along the coast road, in the main,” he said.", "real-change", "is"],
    ["Lockdown may well have pushed some abuse out of sight.", "event", "may"],
    ["Fewer patrols mean more robberies.", "real-change", "is"],
    ["We record every call within a day, and that alone added around 400 offences.", "recording", "is"],
    ["The drop “looks like an illusion of the recording”.", "recording", "is"],
    ["He linked the rise to the cost of living.", "real-change", "is"],
    ["The cost of living is driving people to steal.", "real-change", "is"],
    ["That, the report says, is down to improved recording.", "recording", "is"],
    ["The reduction has been achieved through targeted patrols.", "real-change", "is"],
    ["Patrols have brought robbery down.", "real-change", "is"],
    ["This increase is being driven by organised gangs.", "real-change", "is"],
    ["Better training means officers now recognise stalking.", "classification", "is"],
    ["The increase should be seen in the context of improved recording.", "recording", "is"],
    ["Lockdown was a big part of it.", "event", "partly"],
    ["The weather may have had something to do with it.", "real-change", "may"],
  ])("reads “%s” of a change told before", async (text, cause, strength) => {
    expect(await causesIn(RISE + text)).toMatchObject([{ cause: { cause, strength } }]);
  });

  test.each([
    ["Robbery rose by a fifth, which the force put down to the end of the lockdown."],
    ["Robbery is up again as the opposition blames the “soft touch” of the courts."],
    ["The number was down on the year before, but that is due to fewer lockdowns."],
  ])("finds the change in the same sentence: “%s”", async (text) => {
    expect(await causesIn(`There were 340 robberies. ${text}`)).toHaveLength(1);
  });

  test.each([
    ["Alcohol was a factor in 30% of cases."],
    ["A rise of 5% means 14 more robberies."],
    ["The reason is unclear."],
    ["That is 44 a week."],
    ["He explained that 340 robberies had been recorded."],
  ])("finds no cause in “%s”, told beside a change", async (text) => {
    expect(await causesIn(RISE + text)).toEqual([]);
  });

  test("quotes exactly, and says what is to be explained", async () => {
    const text = "Oddly, the rise in robbery was – they say – due to better recording, and all were glad.";
    const [claim] = await causesIn(`${RISE}\n\n${text}`);
    expect(claim?.quote).toMatch(/^the rise in robbery .* due to better recording$/);
    expect(claim).toMatchObject({
      subject: "robbery",
      values: [],
      arithmetic: "not-checkable",
      period: "2019",
      basePeriod: "2018",
    });
    expect(claim?.cause).toMatchObject({
      stated: "better recording",
      about: { words: expect.stringContaining("the rise in robbery") as string },
    });
    expect(claim?.figures).toMatchObject({ status: "none", compared: [] });
  });

  test("reads through broken words and marks of a page, and quotes the text as given", async () => {
    const text =
      "<p>Robbery in Mockton rose from 276 in 2018 to 318 in 2019.</p><p>&ldquo;It&rsquo;s due to better record-\ning,&rdquo; said Ada Invented.</p>";
    const [claim] = await causesIn(text);
    expect(claim?.cause).toMatchObject({ cause: "recording", speaker: "Ada Invented" });
    expect(claim).toMatchObject({ subject: "robbery", period: "2019" });
    expect(text.slice(claim?.start, claim?.end)).toBe(claim?.quote);
    expect(claim?.quote).toContain("record-\ning");
  });

  test("reads two causes of one rise as two, each with its strength", async () => {
    const text =
      "Odo Sample said a rise in offences was partly down to the pandemic but also because victims were more confident.";
    expect(await short(text)).toEqual([
      ["event", "partly", "Odo Sample"],
      ["reporting", "is", "Odo Sample"],
    ]);
  });

  test("takes what is said beside a rise for its explanation, and says that no word of cause joins them", async () => {
    const [claim] = await causesIn(`${RISE}\n\nAda Invented said there was greater awareness of robbery.`);
    expect(claim?.cause).toMatchObject({
      cause: "reporting",
      about: { words: null, subject: "robbery" },
      speaker: "Ada Invented",
    });
    expect(claim?.finding).toContain("not joined to it by any word of cause");
  });

  test("lets “this” and “the rise” mean a change told before, and nothing when none was", async () => {
    expect(await short(`${RISE}This is because of better recording.`)).toHaveLength(1);
    expect(await short(`${RISE}I put that down to better recording, said Ada Invented.`)).toHaveLength(1);
    expect(await short("This is because of better recording. The rise is due to recording.")).toEqual([]);
  });

  test.each([
    "The meeting was late because of the weather.",
    "Because of the weather the meeting was late.",
    `${RISE}Because of the weather the meeting was late.`,
    `${RISE}Council tax rose because of inflation.`,
    `${RISE}The increase in staff costs was due to a pay award.`,
    `${RISE}Council tax rose by 4%. The rise was due to inflation.`,
    `${RISE}Ada Invented declined to say whether the rise in robbery was due to recording.`,
    `${RISE}Was the rise in robbery due to better recording?`,
    `${RISE}The charity works to promote awareness of robbery.`,
    `${RISE}There is still some training and awareness that needs to go on among staff, said Odo Sample.`,
    "He was jailed because he had stalked his neighbour.",
    "Visitor numbers fell because of the rain, said Ada Invented.",
    "The fete was a success, thanks to many helpers.",
    "Ada Invented said there was greater awareness of recycling.",
  ])("finds no cause in “%s”", async (text) => {
    expect(await causesIn(text)).toEqual([]);
  });

  test("finds none in any shuffle of words without a cause, and quotes exactly in any text", async () => {
    const dull = [
      "the",
      "meeting",
      "robbery",
      "rose",
      "in",
      "Mockton",
      "2018",
      "318",
      ".",
      ",",
      "offences",
      "fell",
      "and",
      "hall",
    ];
    const causal = [
      "because of",
      "due to",
      "better recording",
      "partly",
      "reflects",
      "Ada Invented said",
      "“",
      "”",
      "\n\n",
      "the rise",
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...dull), { maxLength: 30 }), async (words) => {
        expect(await causesIn(`x ${words.join(" ")}`)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...dull, ...causal), { maxLength: 40 }), async (words) => {
        const text = `x ${words.join(" ")}`;
        for (const { quote, start, end, cause } of await causesIn(text)) {
          expect(text.slice(start, end)).toBe(quote);
          expect(text).toContain(cause?.stated);
        }
      }),
      { numRuns: 80 },
    );
  });

  test("never calls a cause false, and says what would show it", async () => {
    const [claim] = await causesIn("The rise in robbery was due to better recording.");
    expect(claim?.finding).toContain("Cannot tell from the text. It gives no evidence.");
    expect(claim?.finding).toContain("calls for service stay flat while the recorded number rises");
    expect(claim?.finding).not.toMatch(/\b(?:false|wrong|untrue)\b/i);
  });

  test("says which evidence the text names", async () => {
    const [claim] = await causesIn("An audit found that the rise in robbery was due to better recording.");
    expect(claim?.cause?.evidence).toBe("audit");
  });

  test("brings what the knowledge base holds: rules between the periods, an audit as a bound, an event with its day", async () => {
    const law = await causesIn(
      "Stalking in Kent rose from 127 in 2016 to 340 in 2017. The rise in stalking was due to a change in the law.",
      known,
    );
    expect(law[0]?.finding).toContain("neither date can explain a rise from 2016 to 2017");
    const recording = await causesIn(
      "Stalking in Kent rose from 127 in 2016 to 340 in 2017. The rise in stalking was due to better recording.",
      known,
    );
    expect(recording[0]?.finding).toMatch(
      /inspection published on 15 June 2017 found 83\.6 per cent .* by 1\.22 times at most/,
    );
    const event = await causesIn("The rise in hate crime was due to Brexit.", known);
    expect(event[0]?.finding).toContain("23 June 2016");
  });
});
