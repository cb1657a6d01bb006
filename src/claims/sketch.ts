import { type Distractor, distractorsOf } from "./distractors.ts";
import type { NameMention } from "./names.ts";
import { type NumberMention, numbersOf } from "./numbers.ts";
import { type PeriodMention, periodsOf } from "./when.ts";

/**
 * A text drawn over with what stands where, character for character: `####` a count, `%%%%` a percentage,
 * `¤¤¤¤` percentage points, `××××` a factor, `¶¶¶¶` a part of a whole in words, `@@@@` a period, `§§§§` a subject, `~~~~` a number that is none of
 * these. Rules are regular expressions over a sketch, so they read like the sentence.
 */
export interface Sketch {
  readonly drawn: string;
  readonly numbers: readonly NumberMention[];
  readonly periods: readonly PeriodMention[];
  readonly distractors: readonly Distractor[];
}

/** Draws a sketch of a plain text. */
export function sketchOf(plain: string, subjects: readonly NameMention[], dated?: string): Sketch {
  const periods = periodsOf(plain, dated);
  const withoutPeriods = draw(plain, periods, () => "@");
  const distractors = distractorsOf(withoutPeriods);
  const withoutOthers = draw(withoutPeriods, distractors, () => "~");
  const numbers = numbersOf(withoutOthers);
  const withNumbers = draw(withoutOthers.replaceAll("%", "~"), numbers, (number) => MARKS[number.unit]);
  const drawn = draw(withNumbers, subjects, () => "§", /^[^#%¤×¶@~]*$/).replace(/[\r\n\t]/g, " ");
  return { drawn, numbers, periods, distractors };
}

const MARKS = { count: "#", percent: "%", points: "¤", times: "×", fraction: "¶" } as const;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Earlier drawings stand: what overlaps them is left out when `over` is given. */
function draw<S extends Span>(text: string, spans: readonly S[], markOf: (span: S) => string, over?: RegExp): string {
  const parts: string[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end <= at) continue;
    const start = Math.max(at, span.start);
    if (over !== undefined && !over.test(text.slice(start, span.end))) continue;
    parts.push(text.slice(at, start), markOf(span).repeat(span.end - start));
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
