import type { Assembly } from "./assemble.ts";
import type { ReadClaim } from "./claim.ts";
import { placed } from "./assemble.ts";
import { rankIn } from "./ranks.ts";
import type { SentenceSketch } from "./sentence-sketch.ts";
import { trendsIn } from "./trends.ts";

/** A claim that is made of words: its stretch within the sentence, and its values where it has some. */
export interface Wordy {
  readonly kind: "rank" | "trend";
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly direction: ReadClaim["direction"];
  readonly values: ReadClaim["values"];
}

/** Ranks and trends of a sentence, and the sentence without the numbers that they used. */
export function wordyClaims(here: SentenceSketch, assembly: Assembly): { claims: ReadClaim[]; rest: SentenceSketch } {
  const found = [...rankIn(here), ...trendsIn(here)];
  if (found.length === 0) return { claims: [], rest: here };
  const used = found.flatMap(({ values }) => values.map(({ start }) => start));
  const numbers = new Map([...here.numbers].filter(([start]) => !used.includes(start)));
  const claims = found.map((wordy, i) => placed(wordy, { ...assembly, group: assembly.group + i }));
  return { claims, rest: { ...here, numbers } };
}
