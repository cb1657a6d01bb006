import type { NumberMention } from "./numbers.ts";
import type { PeriodMention } from "./when.ts";

/** What a text is read by: its numbers and periods, in order. */
export interface Mentions {
  readonly numbers: readonly NumberMention[];
  readonly periods: readonly PeriodMention[];
}

/** The first mention that starts at or after a place; mentions are in order. */
export function firstFrom<M extends { readonly start: number }>(mentions: readonly M[], place: number): M | undefined {
  return mentions[indexFrom(mentions, place)];
}

/** The mentions that stand wholly within a stretch; mentions are in order. */
export function mentionsWithin<M extends Span>(mentions: readonly M[], { start, end }: Span): M[] {
  const first = indexFrom(mentions, start);
  let next = first;
  while (next < mentions.length && (mentions[next] as M).start < end) next++;
  return mentions.slice(first, next).filter((mention) => mention.end <= end);
}

function indexFrom(mentions: readonly { readonly start: number }[], place: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as { readonly start: number }).start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Hands out, stretch by stretch, the mentions that stand in each; both run forward through the text. */
export function cursor<M extends Span>(mentions: readonly M[]) {
  let next = 0;
  return ({ start, end }: Span): M[] => {
    while (next < mentions.length && (mentions[next] as M).start < start) next++;
    const first = next;
    while (next < mentions.length && (mentions[next] as M).start < end) next++;
    return mentions.slice(first, next);
  };
}
