/** What one group had before (0) and after (1): an exposure and events per exposure. */
export interface GroupChange {
  readonly exposure0: number;
  readonly rate0: number;
  readonly exposure1: number;
  readonly rate1: number;
}

/** How an overall rate's change splits: `mix` + `rate` is its whole difference. */
export interface RateSplit {
  readonly overall0: number;
  readonly overall1: number;
  readonly mix: number;
  readonly rate: number;
}

/** Kitagawa's (1955) split of a difference in overall rates into changed shares and changed rates of the groups. */
export function kitagawa(groups: readonly GroupChange[]): RateSplit {
  const [size0, size1] = sizesOf(groups);
  let [overall0, overall1, mix, rate] = [0, 0, 0, 0];
  for (const { exposure0, rate0, exposure1, rate1 } of groups) {
    const [share0, share1] = [exposure0 / size0, exposure1 / size1];
    overall0 += share0 * rate0;
    overall1 += share1 * rate1;
    mix += ((share1 - share0) * (rate0 + rate1)) / 2;
    rate += ((rate1 - rate0) * (share0 + share1)) / 2;
  }
  return { overall0, overall1, mix, rate };
}

/** One group's part of a change in the total count, in events: what size, mix and rate each brought. */
export interface GroupEffect {
  readonly size: number;
  readonly mix: number;
  readonly rate: number;
}

/** How a total count's change splits: `size` + `mix` + `rate` is its whole difference. */
export interface CountSplit extends GroupEffect {
  readonly total0: number;
  readonly total1: number;
  readonly groups: readonly GroupEffect[];
}

/**
 * Logarithmic-mean (LMDI-I) split of a change in the total count into all exposure, its shares, and rates. A factor
 * that is 0 at one end takes the whole change of its group, as in the limit; two such factors take half each.
 */
export function logMeanSplit(groups: readonly GroupChange[]): CountSplit {
  const [size0, size1] = sizesOf(groups);
  const effects = groups.map((group) => effectsIn(group, size0, size1));
  const totalOf = (part: (group: GroupChange) => number) => groups.reduce((sum, group) => sum + part(group), 0);
  return {
    total0: totalOf((group) => group.exposure0 * group.rate0),
    total1: totalOf((group) => group.exposure1 * group.rate1),
    size: effects.reduce((sum, effect) => sum + effect.size, 0),
    mix: effects.reduce((sum, effect) => sum + effect.mix, 0),
    rate: effects.reduce((sum, effect) => sum + effect.rate, 0),
    groups: effects,
  };
}

function sizesOf(groups: readonly GroupChange[]): readonly [number, number] {
  for (const group of groups)
    for (const part of [group.exposure0, group.rate0, group.exposure1, group.rate1])
      if (!(part >= 0 && part < Infinity)) throw new RangeError(`exposures and rates are zero or more: ${part}`);
  const size0 = groups.reduce((sum, group) => sum + group.exposure0, 0);
  const size1 = groups.reduce((sum, group) => sum + group.exposure1, 0);
  if (!(size0 > 0 && size1 > 0)) throw new RangeError("a split needs some exposure before and after");
  return [size0, size1];
}

function effectsIn({ exposure0, rate0, exposure1, rate1 }: GroupChange, size0: number, size1: number): GroupEffect {
  const change = exposure1 * rate1 - exposure0 * rate0;
  const isFromZero = { mix: (exposure0 === 0) !== (exposure1 === 0), rate: (rate0 === 0) !== (rate1 === 0) };
  if (exposure0 * rate0 === 0 || exposure1 * rate1 === 0) {
    const part = change / ((isFromZero.mix ? 1 : 0) + (isFromZero.rate ? 1 : 0) || 1);
    return { size: 0, mix: isFromZero.mix ? part : 0, rate: isFromZero.rate ? part : 0 };
  }
  const weight = logMean(exposure0 * rate0, exposure1 * rate1);
  return {
    size: weight * Math.log(size1 / size0),
    mix: weight * Math.log(exposure1 / size1 / (exposure0 / size0)),
    rate: weight * Math.log(rate1 / rate0),
  };
}

/** (b − a) / ln(b/a), and a itself where they are equal; both above 0. Each logarithm is exact where it is used. */
function logMean(a: number, b: number): number {
  const relative = (b - a) / a;
  if (relative === 0) return a;
  return (b - a) / (Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(b / a));
}
