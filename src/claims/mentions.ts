import type { NumberMention } from "./numbers.ts";
import type { PeriodMention } from "./when.ts";

/** What a text is read by: its numbers and periods, in order. */
export interface Mentions {
  readonly numbers: readonly NumberMention[];
  readonly periods: readonly PeriodMention[];
}

/** The first mention that starts at or after a place; mentions are in order. */
export function firstFrom<M extends { readonly start: number }>(mentions: readonly M[], place: number): M | undefined {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as M).start < place) low = middle + 1;
    else high = middle;
  }
  return mentions[low];
}

/** Hands out, stretch by stretch, the mentions that stand in each; both run forward through the text. */
export function cursor<M extends { readonly start: number; readonly end: number }>(mentions: readonly M[]) {
  let next = 0;
  return ({ start, end }: { readonly start: number; readonly end: number }): M[] => {
    while (next < mentions.length && (mentions[next] as M).start < start) next++;
    const first = next;
    while (next < mentions.length && (mentions[next] as M).start < end) next++;
    return mentions.slice(first, next);
  };
}
