import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../src/base/index.ts";
import { checkText, type Finder, lawNames } from "../../src/claims/index.ts";
import type { Figure, FigureQuestion } from "../../src/figures/index.ts";
import { loadLaw } from "../../src/law/index.ts";
import { inventedLaw } from "./law.ts";

const law = { ...lawNames(loadLaw()), areas: inventedLaw().areas };

interface Release {
  readonly released: string | null;
  /** Counts by class selection and period label. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Answers from the latest of some invented releases that had come out by the day asked for. */
function releases(...all: readonly Release[]): Finder {
  return (question) => {
    const known = all.filter(
      ({ released }) => question.knownOn === undefined || (released !== null && released <= question.knownOn),
    );
    const labels = question.by === undefined ? [...new Set([question.from.label, question.to.label])] : [];
    const figures = labels.map((label) => {
      const release = known.findLast(({ counts }) => counts[question.classes]?.[label] !== undefined);
      return figureOf(question, label, release);
    });
    const [base, last] = [figures.at(0)?.value ?? null, figures.at(-1)?.value ?? null];
    if (figures.length < 2 || base === null || last === null)
      return Promise.resolve({ figures, change: null, notes: [] });
    const comparable = { comparable: true, reasons: [] };
    const percent = Number(((last / base - 1) * 100).toFixed(1));
    const change = {
      base,
      difference: last - base,
      ratio: last / base,
      percent,
      interval: null,
      flags: [],
      comparable,
    };
    return Promise.resolve({ figures, change, notes: [] });
  };
}

function figureOf({ area, classes }: FigureQuestion, label: string, release: Release | undefined): Figure {
  const { from, to } = parsePeriod(label);
  return {
    id: `${area}~${classes}~${label}`,
    area,
    areaName: area,
    classes: law.subjects.find(({ slug }) => slug === classes)?.classes ?? [classes],
    className: classes,
    measure: "recorded",
    part: "",
    period: { from, to, label },
    value: release?.counts[classes]?.[label] ?? null,
    basis: "published",
    source: "An invented table",
    release: release?.released ?? "undated",
    released: release?.released ?? null,
    licence: "none",
    flags: [],
    interval: null,
    rate: null,
    yearOnYear: null,
    rests: [],
  };
}

const EARLY = { released: "2019-04-25", counts: { robbery: { "2018": 318 } } };
const LATE = { released: "2020-07-23", counts: { robbery: { "2018": 342 } } };

async function figuresOf(text: string, finder: Finder, dated?: string) {
  const checked = await checkText(text, { law, finder, dated });
  const [claim] = checked.claims;
  if (claim === undefined) throw new Error("no claim");
  return { ...claim.figures, finding: claim.finding, notes: checked.notes };
}

describe("checkText(text, {dated}) over releases", () => {
  const text = "There were 318 robberies in Mockton in 2018.";

  test("agrees with what was known when the text was written, and says that it has been revised", async () => {
    const { status, compared, finding } = await figuresOf(text, releases(EARLY, LATE), "2019-06-01");
    expect(status).toBe("agrees");
    expect(compared.map(({ knownOn, value, status: each }) => [knownOn, value, each])).toEqual([
      ["2019-06-01", 318, "agrees"],
      [null, 342, "differs"],
    ]);
    expect(finding).toContain("as known on 1 June 2019");
  });

  test("agrees with what is known now though it differed then", async () => {
    const { status, compared, finding } = await figuresOf(
      "There were 342 robberies in Mockton in 2018.",
      releases(EARLY, LATE),
      "2019-06-01",
    );
    expect(status).toBe("agrees");
    expect(compared[0]).toMatchObject({ knownOn: null, value: 342 });
    expect(finding).toContain("as known now");
  });

  test("differs only when neither agrees", async () => {
    const { status } = await figuresOf(
      "There were 200 robberies in Mockton in 2018.",
      releases(EARLY, LATE),
      "2019-06-01",
    );
    expect(status).toBe("differs");
  });

  test("gives once what was the same then and now", async () => {
    const { compared } = await figuresOf(text, releases(EARLY), "2019-06-01");
    expect(compared).toMatchObject([{ knownOn: "2019-06-01", value: 318 }]);
  });

  test("leaves out for that day what has no day of release, and says so once for the text", async () => {
    const { compared, notes } = await figuresOf(
      `${text} ${text}`,
      releases({ released: null, counts: EARLY.counts }),
      "2019-06-01",
    );
    expect(compared).toMatchObject([{ knownOn: null, value: 318 }]);
    expect(notes).toEqual([expect.stringContaining("releases whose own day is not known are left out") as string]);
  });

  test("compares with what is known now when the text has no day", async () => {
    const { status, compared, notes } = await figuresOf(text, releases(EARLY, LATE));
    expect(status).toBe("differs");
    expect(compared).toMatchObject([{ knownOn: null, value: 342 }]);
    expect(notes).toEqual([]);
  });
});

describe("checkText on what else a claim could mean", () => {
  const now = (counts: Release["counts"]): Finder => releases({ released: "2020-01-23", counts });

  test("accuses nobody whose number is that of the financial year, or the reverse", async () => {
    const calendar = await figuresOf(
      "There were 318 robberies in Mockton in 2018.",
      now({ robbery: { "2018": 300, "2018/19": 318 } }),
    );
    expect(calendar.status).toBe("not-comparable");
    expect(calendar.finding).toContain("the same number is recorded, but for other period: for the year to March 2019");
    const financial = await figuresOf(
      "There were 318 robberies in Mockton in 2018/19.",
      now({ robbery: { "2018/19": 300, "2018": 318 } }),
    );
    expect(financial.status).toBe("not-comparable");
  });

  test("is none when the text names no area, and when the area is not known", async () => {
    expect((await figuresOf("There were 318 robberies in 2018.", now({ robbery: { "2018": 318 } }))).status).toBe(
      "none",
    );
    expect(
      (await figuresOf("There were 318 robberies in Nowhereton in 2018.", now({ robbery: { "2018": 318 } }))).status,
    ).toBe("none");
  });

  test("does not hold what is flagged against what is recorded", async () => {
    const { status, finding } = await figuresOf(
      "There were 318 hate crimes in Mockton in 2018.",
      now({ "racially-or-religiously-aggravated": { "2018": 250 } }),
    );
    expect(status).toBe("not-comparable");
    expect(finding).toContain("flagged against recorded");
  });

  test("does not hold incidents against crimes when they differ", async () => {
    const { status, finding } = await figuresOf(
      "There were 318 incidents of robbery in Mockton in 2018.",
      now({ robbery: { "2018": 250 } }),
    );
    expect(status).toBe("not-comparable");
    expect(finding).toContain("incidents against crimes");
  });

  test("says that a rule lies between when the class did not yet exist", async () => {
    const none = await figuresOf("There were 30 cases of stalking in Mockton in 2013.", now({}));
    expect(none).toMatchObject({ status: "none" });
    expect(none.reason).toBe(
      "rule between: class 8Q starts on 1 April 2014, and its offences were counted in 8L before",
    );
    const wider = await figuresOf(
      "There were 30 cases of stalking in Mockton in 2013.",
      now({ "stalking-and-harassment": { "2013": 900 } }),
    );
    expect(wider.compared[0]?.reason).toContain("rule between");
  });

  test("names up to eight codes, and says how many there are beyond", async () => {
    const { compared } = await figuresOf(
      "There were 30 cases of stalking in Mockton in 2018.",
      now({ "violence-against-the-person": { "2018": 9000 } }),
    );
    expect(compared[0]?.reason).toMatch(/^more classes: \d+ classes, where the text speaks of 8Q$/);
  });
});
