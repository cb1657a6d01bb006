import { dayIn, type Minute, yearOf } from "./calendar.ts";
import { FORCES } from "./forces.ts";

/** Gives the references of one town: each its own among all towns, without telling which town it is. */
export function referencesOf(town: number): (kind: string, force: string, at: Minute) => string {
  const counts = new Map<string, number>();
  return (kind, force, at) => {
    const letters = `${FORCES.find(({ slug }) => slug === force)?.letters ?? "XX"}${kind}`;
    const count = counts.get(letters) ?? 0;
    counts.set(letters, count + 1);
    if (count >= TOWN_SHARE) throw new Error(`town ${town} has more than ${TOWN_SHARE} references`);
    const year = String(yearOf(dayIn(at)) % 100).padStart(2, "0");
    return `${letters}${year}-${String(scattered(town * TOWN_SHARE + count)).padStart(8, "0")}`;
  };
}

const TOWN_SHARE = 50_000;
const NUMBERS = 100_000_000;

/** A number of eight digits for a number, no two alike: the factor has no factor in common with the count of numbers. */
function scattered(n: number): number {
  return Number((BigInt(n) * 61_803_399n + 31_415_927n) % BigInt(NUMBERS));
}
