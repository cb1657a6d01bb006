import { describe, expect, test } from "vitest";
import { checkText, lawNames } from "../../src/claims/index.ts";
import { loadLaw } from "../../src/law/index.ts";
import { inventedLaw, nothingHeld } from "./law.ts";

const law = lawNames(loadLaw());

async function datesIn(text: string, names = law) {
  const { claims } = await checkText(text, { law: names, finder: nothingHeld });
  return claims.filter(({ kind }) => kind === "date");
}

describe("checkText on when a law, a rule or a class began", () => {
  test.each([
    ["In November 2012 ministers made stalking a crime.", ["2012-11"]],
    ["Parliament outlawed stalking in 2012.", ["2012"]],
    ["Since January 2020 victims have had stalking protection orders.", ["2020-01"]],
    ["Harassment has been a crime since 1997; stalking since November 2012.", ["1997", "2012-11"]],
    ["A change in the Home Office Counting Rules in April 2018 bears on this.", ["2018-04"]],
  ])("reads the dates of “%s”", async (text, periods) => {
    expect((await datesIn(text)).map(({ period }) => period)).toEqual(periods);
  });

  test("reads no date of law where a council makes rules, or officers make arrests", async () => {
    expect(await datesIn("In 2018 the council introduced a new rule on parking.")).toEqual([]);
    expect(await datesIn("In 2017 officers made more arrests for the offence.")).toEqual([]);
  });

  test.each([
    ["Stalking became an offence in November 2012.", "agrees", "2012-11"],
    ["Stalking has been a crime in its own right since 25 November 2012.", "agrees", "2012-11"],
    ["Stalking was made a specific offence in 2012.", "agrees", "2012"],
    ["Stalking became a criminal offense on November 25, 2012.", "agrees", "2012-11"],
    ["Stalking became an offence in October 2012.", "differs", "2012-10"],
    ["Stalking became a specific offence in 2014.", "differs", "2014"],
    ["Stalking became an offence on 24 November 2012.", "differs", "2012-11"],
    ["The stalking class was introduced in April 2014.", "agrees", "2014-04"],
    ["The stalking class was introduced in April 2015.", "differs", "2015-04"],
    ["Class 8R was introduced on 1 April 2017.", "agrees", "2017-04"],
    ["In April 2020 the counting rules for stalking changed.", "agrees", "2020-04"],
    ["The Stalking Protection Act 2019 came into force in January 2020.", "agrees", "2020-01"],
    ["The Stalking Protection Act 2019 came into force in January 2021.", "differs", "2021-01"],
    ["Before November 2012 stalking was prosecuted under harassment laws.", "agrees", "2012-11"],
  ])("holds “%s” against the knowledge base: %s", async (text, status, period) => {
    const claims = await datesIn(text);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      figures: { status },
      period,
      area: null,
      values: [],
      arithmetic: "not-checkable",
    });
    expect(text.slice(claims[0]?.start, claims[0]?.end)).toBe(claims[0]?.quote);
  });

  test("gives the true day and its source, and both days where they differ", async () => {
    const [right] = await datesIn("Stalking became an offence in November 2012.");
    expect(right?.finding).toMatch(
      /^True: stalking became an offence on 25 November 2012 \(Protection of Freedoms Act 2012/,
    );
    expect(right?.figures.known).toMatchObject([{ id: "stalking-2012", date: "2012-11-25", confirmed: true }]);
    const [wrong] = await datesIn("Stalking became an offence in October 2012.");
    expect(wrong?.figures.reason).toBe(
      "October 2012 in the text; “Stalking becomes an offence of its own” took effect on 25 November 2012",
    );
  });

  test("says when the class starts, and that neither date explains a rise that lies after both", async () => {
    const rise = "Stalking in Kent rose from 127 in 2016 to 340 in 2017. ";
    const [claim] = await datesIn(`${rise}Stalking became an offence in November 2012.`);
    expect(claim?.finding).toContain(
      "Its recorded-crime class (8Q) starts in April 2014; neither date can explain a rise from 2016 to 2017.",
    );
    const [alone] = await datesIn("Stalking became an offence in November 2012.");
    expect(alone?.finding).toContain("Its recorded-crime class (8Q) starts in April 2014.");
  });

  test("says of a date within the periods of a rise that it bears on it", async () => {
    const rise = "Stalking in Kent rose from 30 in 2013 to 88 in 2014. ";
    const [claim] = await datesIn(`${rise}The stalking class was introduced in April 2014.`);
    expect(claim?.finding).toContain(
      "1 April 2014 lies within the periods of a rise from 2013 to 2014, and bears on it",
    );
  });

  test("says that a condition is loose where another section of the law then in force needed none, and that this is not confirmed", async () => {
    const [claim] = await datesIn(
      "Before November 2012 stalking was prosecuted under harassment laws, but only when it had caused a fear of violence.",
    );
    expect(claim?.finding).toContain(
      "is loose: section 2 of the Protection from Harassment Act 1997 needed none; section 4 did (not confirmed)",
    );
  });

  test("accuses nobody by a row that is not confirmed, nor where another law could be meant", async () => {
    const [unconfirmed] = await datesIn("Harassment became an offence in 1998.");
    expect(unconfirmed?.figures.status).toBe("not-comparable");
    expect(unconfirmed?.finding).toContain("not confirmed");
    const [open] = await datesIn("New powers against stalking came into force in March 2016.");
    expect(open?.figures.status).not.toBe("differs");
  });

  test("does not judge the law of another country", async () => {
    const [claim] = await datesIn("Stalking has been an offence in Scotland since December 2010.");
    expect(claim?.figures).toMatchObject({ status: "none", reason: "the law of another country is not held" });
  });

  test("reads a date without a knowledge base, and judges nothing", async () => {
    const [claim] = await datesIn("Stalking became an offence in November 2012.", inventedLaw());
    expect(claim?.figures.status).toBe("none");
  });

  test.each([
    "Stalking offences rose in November 2012.",
    "He was arrested for an offence in November 2012.",
    "Offences have risen since November 2012.",
    "The offence took place on 25 November 2012.",
    "She has been a victim of crime since 2012.",
    "Crime has fallen since 2012.",
    "The meeting on 25 November 2012 took the rules as read.",
    "The market hall became a landmark in 2012.",
    "From April 2012 to March 2013 there were 40 offences.",
    "He had been charged with an offence before 2012.",
  ])("finds no date of a law in “%s”", async (text) => {
    expect(await datesIn(text)).toEqual([]);
  });
});
