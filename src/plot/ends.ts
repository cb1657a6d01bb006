/** A label that wants to stand at a height, `tall` units high. */
export interface Wish {
  readonly at: number;
  readonly tall: number;
}

/** The middle of each label, as near its wish as can be, none overlapping, all between `top` and `bottom` if they fit. */
export function spreadLabels(
  wishes: readonly Wish[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly number[] {
  const order = wishes.map((_, i) => i).sort((i, j) => (wishes[i]?.at ?? 0) - (wishes[j]?.at ?? 0) || i - j);
  const middles: number[] = wishes.map(({ at }) => at);
  for (const group of settle(
    order.map((i) => ({ wishes: [{ i, ...(wishes[i] ?? NONE) }] })),
    { top, bottom },
  )) {
    let edge = startOf(group, { top, bottom });
    for (const { i, tall } of group.wishes) {
      middles[i] = edge + tall / 2;
      edge += tall;
    }
  }
  return middles;
}

interface Group {
  readonly wishes: readonly (Wish & { readonly i: number })[];
}

interface Range {
  readonly top: number;
  readonly bottom: number;
}

const NONE: Wish = { at: 0, tall: 0 };

/** Joins neighbours that overlap into one group, standing at the mean of its wishes, until none overlap. */
function settle(groups: readonly Group[], range: Range): readonly Group[] {
  const done: Group[] = [];
  for (const next of groups) {
    let group = next;
    for (
      let above = done.at(-1);
      above !== undefined && endOf(above, range) > startOf(group, range);
      above = done.at(-1)
    ) {
      group = { wishes: [...above.wishes, ...group.wishes] };
      done.pop();
    }
    done.push(group);
  }
  return done;
}

function startOf(group: Group, { top, bottom }: Range): number {
  let before = 0;
  let sum = 0;
  for (const { at, tall } of group.wishes) {
    sum += at - before - tall / 2;
    before += tall;
  }
  return Math.max(top, Math.min(sum / group.wishes.length, bottom - before));
}

function endOf(group: Group, range: Range): number {
  return startOf(group, range) + group.wishes.reduce((sum, { tall }) => sum + tall, 0);
}
