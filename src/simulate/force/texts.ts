import { happens, pick, type Random } from "../random.ts";
import { ITEMS } from "./everyday.ts";
import type { Manner } from "./officers.ts";

/** A template with its choices made, `[a|b]`, and its places filled, `{item}`. */
export function filled(random: Random, template: string, slots: Readonly<Record<string, string>> = {}): string {
  const chosen = template.replaceAll(/\[([^\]]*)\]/g, (_, choices: string) => pick(random, choices.split("|")));
  const text = chosen.replaceAll(
    /\{(\w+)\}/g,
    (_, slot: string) => slots[slot] ?? (slot === "item" ? pick(random, ITEMS) : ""),
  );
  return sentenced(text);
}

/** A text as an officer of some manner would have typed it. */
export function inManner(random: Random, text: string, manner: Manner): string {
  switch (manner) {
    case "report":
      return happens(random, 0.4) ? `${pick(random, OPENINGS)} ${text}` : text;
    case "telegram":
      return shortened(text).toUpperCase();
    case "statement":
      return happens(random, 0.3) ? `${text} ${pick(random, CLOSINGS)}` : text;
    case "narrative":
      return happens(random, 0.5) ? `${text} ${pick(random, CLOSINGS)}` : text.toLowerCase();
    case "bullets":
      return text
        .split(/(?<=[.!?]) /)
        .map((part) => `- ${part}`)
        .join(" ");
  }
}

const OPENINGS = [
  "Between times and dates stated:",
  "Summary:",
  "Call received.",
  "Reported via 101.",
  "Online report.",
  "Circs:",
];

/** What is put under most reports, whatever happened. */
const CLOSINGS = [
  "Victim updated and given crime number.",
  "Victim Support offered and declined.",
  "No further lines of enquiry at this time.",
  "Stalking and harassment considered, not applicable.",
  "DASH booklet to be completed where relevant.",
  "NFA unless new information comes to light.",
  "Advised to call 999 in an emergency, 101 otherwise.",
  "Safeguarding advice given.",
];

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bvictim\b/gi, "IP"],
  [/\bsuspect\b/gi, "SUSP"],
  [/\bvehicle\b/gi, "VEH"],
  [/\breports?\b/gi, "RPTS"],
  [/\bbetween\b/gi, "BTWN"],
  [/\band\b/gi, "&"],
  [/\bwith\b/gi, "W/"],
  [/\baddress\b/gi, "ADD"],
];

function shortened(text: string): string {
  return SHORT.reduce((so, [from, to]) => so.replaceAll(from, to), text);
}

/** Capitals at the beginning of sentences, single spaces. */
function sentenced(text: string): string {
  const spaced = text.replaceAll(/\s+/g, " ").trim();
  return spaced.replaceAll(/(^|[.!?] )([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}
