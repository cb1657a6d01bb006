import { happens, pick, type Random } from "../random.ts";
import { type Act, TELLINGS } from "./acts.ts";
import type { Person } from "./kinds.ts";
import { filled } from "./texts.ts";

/** Who tells, of whom. */
export interface Telling {
  readonly victim: Person;
  readonly suspect: Person;
  readonly named: boolean;
  /** `ex-partner` and so on. */
  readonly relationship: string;
  /** What ties somebody unnamed to it: `calls from 07…`. */
  readonly tie: string;
}

/** A few sentences that tell some acts, as a victim or an officer would, with what else is put down. */
export function storyText(random: Random, acts: readonly Act[], telling: Telling): string {
  const templates = acts.map((act) => pick(random, TELLINGS[act]));
  return told(random, templates, telling);
}

/** The same, of templates. */
export function told(random: Random, templates: readonly string[], telling: Telling): string {
  const slots = wordsOf(random, telling);
  const sentences = templates.map((template) => `${filled(random, template, slots)}.`);
  const before = happens(random, 0.35) ? [filled(random, pick(random, contextsOf(telling)), slots)] : [];
  const tie = telling.named || telling.tie === "" ? [] : [telling.tie];
  const after = happens(random, 0.4) ? [filled(random, pick(random, AFTER), slots)] : [];
  return [...before, ...sentences, ...tie, ...after].join(" ");
}

function wordsOf(
  random: Random,
  { victim, suspect, named, relationship }: Telling,
): Record<"S" | "O" | "N" | "V" | "P", string> {
  const [her, hers] = victim.sex === "F" ? ["her", "her"] : ["him", "his"];
  const she = victim.sex === "F" ? "she" : "he";
  const [N, V, P] = pick(random, [
    ["the victim", "the victim", "the victim's"],
    ["IP", "IP", "IP's"],
    [she, her, hers],
    ["I", "me", "my"],
    ["caller", "caller", "caller's"],
  ] as const);
  const [he, him] = suspect.sex === "M" ? ["he", "him"] : ["she", "her"];
  const alike = (said: string) => ({ S: said, O: said, N, V, P });
  if (!named)
    return alike(
      pick(random, ["an unknown person", "someone", `an unknown ${suspect.sex === "M" ? "male" : "female"}`]),
    );
  const kin = V === "me" ? "my" : hers;
  if (happens(random, 0.25)) return { S: he, O: him, N, V, P };
  const former = relationship === "ex-partner" ? [`${kin} ex`, "the ex partner", `${kin} ex`] : ["suspect"];
  return alike(pick(random, [...former, "the suspect", "the suspect", suspect.given]));
}

function contextsOf({ relationship, named }: Telling): readonly string[] {
  if (!named) return ["{N} had no idea who it was.", "No known suspect."];
  return CONTEXTS[relationship] ?? ["Parties known to each other."];
}

const CONTEXTS: Readonly<Record<string, readonly string[]>> = {
  "ex-partner": [
    "Relationship ended [three weeks|two months|a year] ago and {S} had not accepted it.",
    "Separated, no children together.",
    "Ongoing issues with {O} since the split.",
  ],
  acquaintance: [
    "{S} was a former [colleague|neighbour|classmate].",
    "They know each other from [church|the gym|work].",
  ],
  stranger: ["{N} knew {O} only from [the shop|a single date|the bus].", "No previous relationship."],
};

const AFTER: readonly string[] = [
  "{N} said it was [frightening|exhausting|wearing].",
  "This is [not the first time|the latest of several].",
  "{N} kept [a diary|screenshots].",
  "{N} did not want to make a statement.",
  "No physical violence at this time.",
  "[Advised to block the number|Advised to change passwords|Words of advice given].",
  "Logged for information only, no offences disclosed.",
];
