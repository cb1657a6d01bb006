import type { Json } from "./case.ts";

/** Where two results differ. */
export interface Difference {
  readonly at: string;
  readonly got: string;
  readonly want: string;
}

/** How far a number may be off: |got − want| ≤ relative × max(1, |want|) + absolute; what is wanted below `floor` is that. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute?: number;
  readonly floor?: number;
}

/** The first place where a result is not what was wanted, or null; what only the result holds is not looked at. */
export function compare(
  got: unknown,
  want: Json,
  toleranceAt: (at: string) => Tolerance | "given",
  at = "",
): Difference | null {
  const tolerance = toleranceAt(at);
  if (tolerance === "given") return null;
  if (typeof want === "number") return isClose(got, want, tolerance) ? null : differ(got, want, at);
  if (want === null) return isNothing(got) ? null : differ(got, want, at);
  if (typeof want !== "object") return got === want ? null : differ(got, want, at);
  if (typeof got !== "object" || got === null) return differ(got, want, at);
  if (lengthOf(got) !== lengthOf(want)) return differ(`${lengthOf(got)} values`, `${lengthOf(want)} values`, at);
  for (const [key, part] of Object.entries(want)) {
    const found = (got as Readonly<Record<string, unknown>>)[key];
    const difference = compare(found, part, toleranceAt, at === "" ? key : `${at}.${key}`);
    if (difference) return difference;
  }
  return null;
}

function isClose(got: unknown, wanted: number, { relative, absolute = 0, floor = -Infinity }: Tolerance): boolean {
  const want = Math.max(wanted, floor);
  return typeof got === "number" && Math.abs(got - want) <= relative * Math.max(1, Math.abs(want)) + absolute;
}

/** A result that is not defined is written null in the cases. */
function isNothing(got: unknown): boolean {
  return got === null || (typeof got === "number" && !Number.isFinite(got));
}

function lengthOf(value: object): number | null {
  return Array.isArray(value) ? value.length : null;
}

function differ(got: unknown, want: unknown, at: string): Difference {
  return { at, got: brief(got), want: brief(want) };
}

function brief(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
