import { type ChangeQuestion, daysOf, type Months } from "../../explain/index.ts";

/** One step of a series: its days, and what was recorded in it; null where that is not known. */
export interface Step {
  readonly months: Months;
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
}

/** The counts that a question looks at, in one area (its own when none is named), classes added up; empty when they do not line up. */
export function stepsOf({ panel, area, classes }: ChangeQuestion, place = area): readonly Step[] {
  const parts = classes.map((each) => panel.series("recorded", place, each));
  const known = parts.filter((each) => each !== undefined);
  const [first] = known;
  if (first === undefined || known.length < parts.length) return [];
  const { months } = first;
  if (known.some((each) => each.months !== months || (each.start - first.start) % months !== 0)) return [];
  const start = Math.min(...known.map((each) => each.start));
  const end = Math.max(...known.map((each) => each.start + each.values.length * months));
  return Array.from({ length: (end - start) / months }, (_, i) => {
    const month = start + i * months;
    const values = known.map((each) => each.values[(month - each.start) / months] ?? null);
    const value = values.includes(null) ? null : values.reduce<number>((sum, each) => sum + each!, 0);
    const stretch = { first: month, last: month + months - 1 };
    const { first: from, last: to } = daysOf(stretch);
    return { months: stretch, from, to, value };
  });
}

/** The middle day of a stretch. */
export function middleOf({ from, to }: { readonly from: string; readonly to: string }): string {
  const start = Temporal.PlainDate.from(from);
  const days = start.until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
  return start.add({ days: Math.floor(days / 2) }).toString();
}
