import { misuse, type Period } from "../base/index.ts";
import { type Law, maybeArea, maybeClassesForLabel } from "../law/index.ts";
import { contextFromLaw } from "./built-in-context.ts";
import { type Context, NOTHING_KNOWN } from "./context.ts";
import { type ContextRead, readContext } from "./context-file.ts";
import { endsNotes, endsOf } from "./ends.ts";
import type { ChangeQuestion } from "./explanation.ts";
import { readObservations } from "./observations.ts";
import type { Panel } from "./panel.ts";

export interface GivenAsked {
  /** Paths of the two files; without a context the knowledge base is used where it knows the names. */
  readonly observations: string;
  readonly context?: string | undefined;
  readonly area: string;
  /** The file's own classes, joined with `+`; or a group of which the file has the codes; or `all`. */
  readonly classes: string;
  readonly from: Period;
  readonly to: Period;
}

/** A question put together from files, and what a reader should know of how. */
export interface GivenQuestion {
  readonly question: ChangeQuestion;
  readonly notes: readonly string[];
}

/** Reads the files of a question; throws what their readers throw, and `E_AREA` or `E_CLASS` for what they do not hold. */
export async function givenQuestion(law: Law, asked: GivenAsked): Promise<GivenQuestion> {
  const ends = endsOf(asked.from, asked.to);
  const { panel, notes } = await readObservations(asked.observations, ends.to);
  const area = areaIn(law, panel, asked.area);
  const classes = [
    ...new Set(asked.classes.split("+").flatMap((each) => classesIn(law, { panel, area }, each.trim()))),
  ];
  const known: ContextRead =
    asked.context === undefined ? knownOf(law, panel, area) : await readContext(asked.context, panel);
  const question = { area, className: asked.classes, classes, ...ends, panel, context: known.context };
  return { question, notes: [...endsNotes(ends), ...notes, ...known.notes] };
}

function areaIn(law: Law, { areas }: Panel, text: string): string {
  const found = sameName(areas, text) ?? areas.find((each) => each === maybeArea(law, text)?.slug);
  if (found !== undefined) return found;
  throw misuse({
    code: "E_AREA",
    found: `the observations hold no area "${text.slice(0, 60)}"`,
    expected: oneOf(areas),
  });
}

/** A class of the file, or the codes of a group that the file has. */
function classesIn(
  law: Law,
  { panel, area }: { readonly panel: Panel; readonly area: string },
  text: string,
): readonly string[] {
  const found = sameName(panel.classes, text);
  if (found !== undefined) return [found];
  if (text.toLowerCase() === "all")
    return panel.series("recorded", area, "all") === undefined ? panel.classes : ["all"];
  const codes = maybeClassesForLabel(law, text)?.codes ?? [];
  const held = panel.classes.filter((each) => codes.includes(each));
  if (held.length > 0) return held;
  throw misuse({
    code: "E_CLASS",
    found: `the observations hold no class "${text.slice(0, 60)}"`,
    expected: `${oneOf(panel.classes)}; several join with +`,
  });
}

function sameName(names: readonly string[], text: string): string | undefined {
  return names.find((each) => each === text) ?? names.find((each) => each.toLowerCase() === text.trim().toLowerCase());
}

const MOST_NAMED = 12;

function oneOf(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  return `one of ${names.slice(0, MOST_NAMED).join(", ")}${more}`;
}

/** What the knowledge base says where it knows the area by the file's own name, and some of its classes; else nothing. */
function knownOf(law: Law, panel: Panel, area: string): { readonly context: Context; readonly notes: string[] } {
  const units = panel.classes.flatMap((name) => {
    const codes = law.groupBySlug.has(name) || law.classByCode.get(name.toLowerCase())?.code === name;
    return codes ? [{ name, codes: law.codesOfGroup.get(name) ?? [name] }] : [];
  });
  if (!law.areaBySlug.has(area) || units.length === 0) return { context: NOTHING_KNOWN, notes: [] };
  const areas = panel.areas.filter((each) => law.areaBySlug.has(each));
  return {
    context: contextFromLaw(law, { area, areas, units, since: "0000-01-01" }),
    notes: ["Without a context file, rules, audits and events are those of the knowledge base."],
  };
}
