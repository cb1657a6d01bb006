import type { Direction, FiguresStatus, ReadClaim, ValueRole } from "./claim.ts";
import { verdictOn } from "./rounding.ts";
import { CLAIM_SETTINGS } from "./settings.ts";

/** The recorded numbers beside a claim: of its period, of its base period, and the change between them. */
export interface Held {
  readonly value: number | null;
  readonly base: number | null;
  readonly change: {
    readonly difference: number;
    readonly percent: number | null;
    readonly ratio: number | null;
  } | null;
}

/** Each number of the claim against the figure in its role: all that can be held up must round to what is printed. */
export function judge(claim: ReadClaim, held: Held): { status: FiguresStatus; reason: string } {
  const pairs = claim.values.flatMap((value) => {
    const actual = actualFor(value.role, held);
    return actual === null ? [] : [{ value, actual }];
  });
  const other = otherThing(claim);
  if (other !== null) return { status: "not-comparable", reason: other };
  if (pairs.length === 0)
    return { status: "not-comparable", reason: "the figure held does not say what the text says" };
  const wrong = pairs.filter(({ value, actual }) => {
    const sized = asSaid(value.role, actual, claim.direction);
    const verdict = verdictOn(value, { low: sized, at: sized, high: sized }, CLAIM_SETTINGS);
    return verdict !== "consistent" && verdict !== "truncated";
  });
  if (wrong.length === 0) return { status: "agrees", reason: "the recorded figure is the same" };
  const says = wrong.map(({ value: { role, value }, actual }) => {
    const stated = claim.direction === "down" ? -value : value;
    return `${sayNumber(role, stated)} in the text, ${sayNumber(role, actual)} recorded`;
  });
  return { status: "differs", reason: says.join("; ") };
}

/** A change with its sign; a level as it stands. */
function sayNumber(role: ValueRole, value: number): string {
  const size = Math.abs(value).toLocaleString("en-GB", { maximumFractionDigits: 2 });
  if (role !== "difference" && role !== "percent") return size;
  return `${value < 0 ? "\u2212" : "+"}${size}${role === "percent" ? " %" : ""}`;
}

/** A difference or a percentage in the direction of the words: a recorded rise is a fall of less than nothing. */
function asSaid(role: ValueRole, actual: number, direction: Direction | null): number {
  if (role !== "difference" && role !== "percent") return actual;
  if (direction === null) return Math.abs(actual);
  return direction === "down" ? -actual : actual;
}

/** Why a claim is not about numbers of recorded crimes at all; null when it is. */
function otherThing({ counted, unit }: ReadClaim): string | null {
  if (unit !== "count") return "the text gives a share, the figures are counts";
  if (counted === null || !OTHER_THINGS.test(counted)) return null;
  return `the text counts ${counted}, the figures count recorded crimes`;
}

const OTHER_THINGS = /^(?:arrest|charge|prosecution|conviction|victim|call|complaint)/;

function actualFor(role: ValueRole, { value, base, change }: Held): number | null {
  switch (role) {
    case "count":
    case "to":
      return value;
    case "from":
      return base;
    case "difference":
      return change?.difference ?? null;
    case "percent":
      return change?.percent ?? null;
    case "ratio":
      return change?.ratio ?? null;
    case "base":
    case "share":
    case "rate":
      return null;
  }
}
