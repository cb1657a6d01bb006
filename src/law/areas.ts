import { misuse } from "../base/index.ts";
import type { Area, Law } from "./law.ts";
import { normalName } from "./names.ts";
import { didYouMean } from "./nearest.ts";

/** The area that a spelling, a slug or an ONS code names; throws `E_AREA` with the nearest names. */
export function area(law: Law, text: string): Area {
  const found = maybeArea(law, text);
  if (found !== undefined) return found;
  const names = law.areas.filter(({ kind }) => kind !== "region").map(({ slug }) => slug);
  const remedy = didYouMean(normalName(text.slice(0, 80)).replaceAll(/[ _]/g, "-"), names);
  throw misuse({
    code: "E_AREA",
    found: `"${text.slice(0, 60)}" is not an area`,
    expected: "a force such as kent, or england-and-wales",
    ...(remedy === undefined ? {} : { remedy }),
  });
}

/** The area that a text names, or nothing. */
export function maybeArea(law: Law, text: string): Area | undefined {
  const name = normalName(text.slice(0, 200));
  return law.areaByName.get(name) ?? law.areaByName.get(name.replaceAll("-", " "));
}

/** The areas that add up to one, as slugs: forces and the British Transport Police for `england-and-wales`. */
export function membersOf(law: Law, areaSlug: string): string[] {
  const kind = law.areaBySlug.get(areaSlug)?.kind === "force" ? "borough" : "force";
  return law.areas.filter((each) => each.kind === kind && each.part_of.includes(areaSlug)).map(({ slug }) => slug);
}

/** Whether the first area is the second one or lies within it. */
export function liesWithin(law: Law, inner: string, outer: string): boolean {
  if (inner === outer) return true;
  return law.areaBySlug.get(inner)?.part_of.some((each) => liesWithin(law, each, outer)) ?? false;
}
