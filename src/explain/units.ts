import type { StatedNumber, StatedShelf } from "../figures/index.ts";
import { type ClassSelection, existsIn, type Law } from "../law/index.ts";
import { type Held, STEPS } from "./held.ts";
import { monthOf } from "./months.ts";

/** What becomes one class of a panel: a code, a group, or codes that are asked for together. */
export interface Unit {
  readonly name: string;
  /** Its codes; a group without codes holds its own slug. */
  readonly codes: readonly string[];
}

/** The classes asked about as one. */
export function unitOf({ slug, codes }: ClassSelection): Unit {
  return { name: slug, codes };
}

/**
 * Units that may stand beside those asked about: codes and groups under the same headings of recorded crime, without
 * any code that is asked about. For violence also public order, its neighbour in recording, and the other way round.
 */
export function neighboursOf(law: Law, { name, codes }: Unit): Unit[] {
  const kind = law.groupBySlug.get(name)?.kind;
  if (kind === "street") {
    const others = law.groups.filter(
      (each) => each.kind === "street" && each.slug !== name && each.slug !== "street-all",
    );
    return name === "street-all" ? [] : others.map(({ slug }) => ({ name: slug, codes: [slug] }));
  }
  const headings = new Set(law.classes.filter(({ code }) => codes.includes(code)).flatMap(({ group }) => [group]));
  for (const [one, other] of BESIDE) if (headings.has(one)) headings.add(other);
  const around = new Set(law.classes.filter(({ group }) => headings.has(group)).map(({ code }) => code));
  const isBeside = (each: readonly string[]) => each.every((code) => around.has(code) && !codes.includes(code));
  const groups = law.groups.map(({ slug }) => ({ name: slug, codes: law.codesOfGroup.get(slug) ?? [slug] }));
  const single = [...around].map((code) => ({ name: code, codes: [code] }));
  return [...groups.filter((each) => each.codes.length > 1), ...single].filter((each) => isBeside(each.codes));
}

const BESIDE = [
  ["Violence against the person", "Public order offences"],
  ["Public order offences", "Violence against the person"],
] as const;

/** The labels under which sources may state some units. */
export function labelsOf(law: Law, units: readonly Unit[]): string[] {
  const groups = units.flatMap(({ codes }) => law.groupOfCodes.get(codes.join("+")) ?? []);
  return [...new Set([...units.flatMap(({ name, codes }) => [name, ...codes]), ...groups])];
}

/** Numbers of one area by label and then by period. */
export type AreaNumbers = ReadonlyMap<string, StatedShelf>;

/** What is held of a unit in an area: as stated, else added up over the codes that there were, within one release. */
export function heldOf(law: Law, unit: Unit, { area, numbers }: { area: string; numbers: AreaNumbers }): Held {
  const byMonths: Held["byMonths"] = { 1: new Map(), 3: new Map(), 12: new Map() };
  const put = ({ from, to }: Pick<StatedNumber, "from" | "to">, value: number) => {
    const months = STEPS.find((each) => each === monthOf(to) - monthOf(from) + 1);
    if (months !== undefined) byMonths[months].set(monthOf(from), value);
  };
  for (const sum of sumsOverCodes(law, unit, numbers)) put(sum, sum.value);
  const group = law.groupOfCodes.get(unit.codes.join("+"));
  const labels = [...(unit.codes.length === 1 ? unit.codes : []), ...(group === undefined ? [] : [group]), unit.name];
  for (const label of labels) for (const each of numbers.get(label)?.values() ?? []) put(each, each.value);
  return { measure: "recorded", area, className: unit.name, byMonths };
}

function sumsOverCodes(law: Law, { codes }: Unit, numbers: AreaNumbers): Pick<StatedNumber, "from" | "to" | "value">[] {
  if (codes.length < 2) return [];
  const periods = new Map(codes.flatMap((code) => [...(numbers.get(code) ?? [])]));
  return [...periods].flatMap(([period, { from, to }]) => {
    const parts = codes.filter((code) => existsIn(law, code, from, to)).map((code) => numbers.get(code)?.get(period));
    const [first] = parts;
    const alike = parts.every(
      (each) => each !== undefined && each.dataset === first?.dataset && each.release === first.release,
    );
    return alike ? [{ from, to, value: parts.reduce((sum, each) => sum + (each?.value ?? 0), 0) }] : [];
  });
}
