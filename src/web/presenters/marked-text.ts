/** A stretch of a text and the claims that cover it, by their numbers. */
export interface Segment {
  readonly text: string;
  /** Numbers of the claims that cover it, from 1; empty where nothing is claimed. */
  readonly claims: readonly number[];
  /** Claims that begin here, so that a finding can lead to its place. */
  readonly begins: readonly number[];
  /** Claims that end here, so that the place can lead to the findings. */
  readonly ends: readonly number[];
}

/** Cuts a text where claims begin and end; claims may overlap. The segments, joined, are the text. */
export function markText(text: string, claims: readonly { readonly start: number; readonly end: number }[]): Segment[] {
  const cuts = [...new Set([0, text.length, ...claims.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  const numbered = claims
    .map(({ start, end }, i) => ({ start, end, number: i + 1 }))
    .toSorted((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let next = 0;
  let open: typeof numbered = [];
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? text.length;
    open = open.filter((claim) => claim.end > start);
    const begins: typeof numbered = [];
    for (let claim = numbered[next]; claim !== undefined && claim.start === start; claim = numbered[++next])
      begins.push(claim);
    open = [...open, ...begins];
    segments.push({
      text: text.slice(start, end),
      claims: open.map(({ number }) => number),
      begins: begins.map(({ number }) => number),
      ends: open.filter((claim) => claim.end === end).map(({ number }) => number),
    });
  }
  return segments;
}
