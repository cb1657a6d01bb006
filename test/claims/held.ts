import { parsePeriod } from "../../src/base/index.ts";
import { checkText, type CheckedText, type Finder, lawNames } from "../../src/claims/index.ts";
import type { Figure, FigureQuestion } from "../../src/figures/index.ts";
import { loadLaw } from "../../src/law/index.ts";
import { inventedLaw } from "./law.ts";

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const law = { ...lawNames(loadLaw()), areas: inventedLaw().areas };

/** Checks a text about forces that do not exist against invented counts, by class selection and period label. */
export function checkAgainst(counts: Counts, text: string, unlike: readonly string[] = []): Promise<CheckedText> {
  return checkText(text, { law, finder: finderOf(counts, unlike), dated: "2020-02-07" });
}

function finderOf(counts: Counts, unlike: readonly string[]): Finder {
  return (question) => {
    const labels = question.by === undefined ? [...new Set([question.from.label, question.to.label])] : [];
    const figures = labels.map((label) => figureOf(question, label, counts[question.classes]?.[label] ?? null));
    const [base, last] = [figures.at(0)?.value ?? null, figures.at(-1)?.value ?? null];
    if (figures.length < 2 || base === null || last === null)
      return Promise.resolve({ figures, change: null, notes: [] });
    const change = {
      base,
      difference: last - base,
      ratio: last / base,
      percent: base < 50 ? null : Number(((last / base - 1) * 100).toFixed(1)),
      interval: null,
      flags: [],
      comparable: { comparable: unlike.length === 0, reasons: unlike },
    };
    return Promise.resolve({ figures, change, notes: [] });
  };
}

function figureOf({ area, classes }: FigureQuestion, label: string, value: number | null): Figure {
  const { from, to } = parsePeriod(label);
  return {
    id: `${area}~${classes}~${label}`,
    area,
    areaName: area,
    classes: law.subjects.find(({ slug }) => slug === classes)?.classes ?? [classes],
    className: classes.charAt(0).toUpperCase() + classes.slice(1).replaceAll("-", " "),
    measure: "recorded",
    part: "",
    period: { from, to, label },
    value,
    basis: "published",
    source: "An invented table",
    release: "first",
    released: "2020-01-23",
    licence: "none",
    flags: [],
    interval: null,
    rate: null,
    yearOnYear: null,
    rests: [],
  };
}
