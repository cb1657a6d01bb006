import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../src/base/index.ts";
import { checkText, CLAIM_SETTINGS, type Finder } from "../../src/claims/index.ts";
import type { Figure, FigureQuestion } from "../../src/figures/index.ts";
import { inventedLaw, nothingHeld } from "./law.ts";

const law = inventedLaw();

/** Answers from a few invented counts, by class selection and period label. */
function holding(counts: Readonly<Record<string, Readonly<Record<string, number>>>>): Finder {
  return (question) => {
    const held = counts[question.classes] ?? {};
    const labels =
      question.by === "quarter"
        ? [1, 2, 3, 4].map((q) => `${question.to.label}-Q${q}`)
        : [...new Set([question.from.label, question.to.label])];
    const figures = labels.map((label) => figureOf(question, label, held[label] ?? null));
    const [first, last] = [figures.at(0)?.value, figures.at(-1)?.value];
    const change =
      typeof first === "number" && typeof last === "number" && figures.length > 1
        ? {
            base: first,
            difference: last - first,
            ratio: last / first,
            percent: Number(((last / first - 1) * 100).toFixed(1)),
            interval: null,
            flags: [],
            comparable: { comparable: true, reasons: [] },
          }
        : null;
    return Promise.resolve({ figures, change, notes: [] });
  };
}

function figureOf({ area, classes }: FigureQuestion, label: string, value: number | null): Figure {
  const { from, to } = parsePeriod(label);
  const codes = law.subjects.find(({ slug }) => slug === classes)?.classes ?? [classes];
  return {
    id: `${area}~${classes}~${label}`,
    area,
    areaName: area,
    classes: codes,
    className: classes,
    measure: "recorded",
    part: "",
    period: { from, to, label },
    value,
    basis: "published",
    source: "An invented table",
    release: "first",
    released: null,
    licence: "none",
    flags: [],
    interval: null,
    rate: null,
    yearOnYear: null,
    rests: [],
  };
}

describe("checkText(text, {law, finder, dated})", () => {
  test("refuses a text that is too large, empty or not a text", async () => {
    const check = (text: string) => checkText(text, { law, finder: nothingHeld });
    await expect(check("a".repeat(CLAIM_SETTINGS.maxLength + 1))).rejects.toThrow("E_TEXT_TOO_LARGE");
    await expect(check(" \n\t\u00a0")).rejects.toThrow("E_TEXT_EMPTY");
    await expect(check("PK\u0003\u0004\u0014\u0000")).rejects.toThrow("E_TEXT_BINARY");
    await expect(check("%PDF-1.7 text")).rejects.toThrow("E_TEXT_BINARY");
    await expect(check("\uFFFD\uFFFD\uFFFDab\u0001".repeat(9))).rejects.toThrow("E_TEXT_BINARY");
  });

  test("takes its limit from the settings", async () => {
    const settings = { ...CLAIM_SETTINGS, maxLength: 10 };
    await expect(checkText("12 robberies", { law, finder: nothingHeld, settings })).rejects.toThrow("E_TEXT_TOO_LARGE");
  });

  test("gives no claims for a text that makes none", async () => {
    expect(await checkText("The fete was a success.", { law, finder: nothingHeld })).toMatchObject({ claims: [] });
  });

  test("agrees when the figure rounds to what is printed", async () => {
    const finder = holding({ robbery: { "2018": 276, "2019": 318 } });
    const { claims } = await checkText("Robbery in Mockton rose from 276 in 2018 to 318 in 2019, up 15%.", {
      law,
      finder,
    });
    expect(claims[0]?.figures.status).toBe("agrees");
    expect(claims[0]?.figures.compared[0]).toMatchObject({
      classes: ["34A", "34B"],
      value: 318,
      base: 276,
      figureId: "mockton~robbery~2019",
    });
    expect(claims[0]?.finding).toContain("Recorded figures agree");
  });

  test("differs, and says by what, when the figure of the same classes is another", async () => {
    const finder = holding({ robbery: { "2018": 276, "2019": 330 } });
    const { claims } = await checkText("Robbery in Mockton rose from 276 in 2018 to 318 in 2019.", { law, finder });
    expect(claims[0]?.figures).toMatchObject({
      status: "differs",
      compared: [{ reason: "318 in the text, 330 recorded" }],
    });
  });

  test("differs when the recorded change went the other way by as much", async () => {
    const finder = holding({ robbery: { "2018": 100, "2019": 112 } });
    const { claims } = await checkText("Robbery in Mockton fell by 12% between 2018 and 2019.", { law, finder });
    expect(claims[0]?.figures).toMatchObject({
      status: "differs",
      compared: [{ reason: "−12 % in the text, +12 % recorded" }],
    });
  });

  test("does not hold arrests or shares against counts of recorded crimes", async () => {
    const finder = holding({ robbery: { "2018": 276, "2019": 318 } });
    const text =
      "Mockton officers made 40 arrests for robbery in 2019. In Mockton the police solved 12% of robberies in 2019, up from 9% in 2018.";
    const { claims } = await checkText(text, { law, finder });
    expect(claims.map(({ figures }) => figures.status)).toEqual(["not-comparable", "not-comparable"]);
    expect(claims[0]?.figures.compared[0]?.reason).toBe("the text counts arrests, the figures count recorded crimes");
  });

  test("is not comparable when only a wider group is held", async () => {
    const finder = holding({ "stalking-and-harassment": { "2018": 6335, "2019": 11_761 } });
    const { claims } = await checkText("Harassment in Mockton rose from 1,135 in 2018 to 3,941 in 2019.", {
      law,
      finder,
    });
    expect(claims[0]?.figures.status).toBe("not-comparable");
    expect(claims[0]?.figures.compared[0]?.reason).toMatch(/^more classes: 8L\+8M\+8Q\+8R/);
    expect(claims[0]?.figures.compared[0]).toMatchObject({ value: 11_761, base: 6335 });
  });

  test("says which part of a period is held when it is not held whole", async () => {
    const finder = holding({ stalking: { "2019-Q2": 90, "2019-Q3": 92, "2019-Q4": 94 } });
    const { claims } = await checkText("Mockton had 340 cases of stalking in 2019.", { law, finder });
    expect(claims[0]?.figures).toMatchObject({
      status: "not-comparable",
      compared: [{ value: null, part: { value: 276 }, reason: "only April to December 2019 is held: 276" }],
    });
  });

  test("accuses nobody whose number is that of the wider group", async () => {
    const finder = holding({ harassment: { "2019": 4281 }, "stalking-and-harassment": { "2019": 11_761 } });
    const { claims } = await checkText("Mockton recorded 11,761 harassment offences in 2019.", { law, finder });
    expect(claims[0]?.figures.status).toBe("not-comparable");
    expect(claims[0]?.finding).toContain("the same number is recorded");
  });

  test("is none when nothing is held, or when the text does not say where", async () => {
    const { claims } = await checkText("Mockton had 318 robberies in 2019. Elsewhere, 12 burglaries.", {
      law,
      finder: nothingHeld,
    });
    expect(claims.map(({ figures }) => figures.status)).toEqual(["none", "none"]);
    expect(claims[1]?.finding).toContain("does not say the period");
  });

  test("asks each question once", async () => {
    const asked: string[] = [];
    const finder: Finder = (question) => {
      asked.push(JSON.stringify(question));
      return nothingHeld(question);
    };
    await checkText("Mockton had 318 robberies in 2019. Mockton had 318 robberies in 2019.", { law, finder });
    expect(new Set(asked).size).toBe(asked.length);
  });
});
