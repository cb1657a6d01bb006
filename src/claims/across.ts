import { checkArithmetic } from "./arithmetic.ts";
import type { ArithmeticCheck, ClaimValue, Direction, ReadClaim, Verdict } from "./claim.ts";
import { type Level, levelsNear, levelsOf, movesOf } from "./levels.ts";
import { checkShare } from "./shares.ts";
import type { ClaimSettings } from "./settings.ts";

/** Does the arithmetic of a whole text again: each change from its own numbers, else from the levels that stand near it. */
export function checkAll(claims: readonly ReadClaim[], settings: ClaimSettings): Map<ReadClaim, ArithmeticCheck> {
  const groups = Map.groupBy(claims, ({ group }) => group);
  const own = new Map<ReadClaim, ArithmeticCheck>();
  for (const group of groups.values())
    checkArithmetic(group, settings).forEach((check, i) => own.set(group[i] as ReadClaim, check));
  const levels = levelsOf(claims);
  const moves = movesOf(claims);
  return new Map(
    claims.map((claim) => [
      claim,
      withLevels(claim, own.get(claim) as ArithmeticCheck, { levels, moves, groups, settings }),
    ]),
  );
}

interface Around {
  readonly levels: readonly Level[];
  readonly moves: readonly Level[];
  readonly groups: ReadonlyMap<number, readonly ReadClaim[]>;
  readonly settings: ClaimSettings;
}

function withLevels(
  claim: ReadClaim,
  own: ArithmeticCheck,
  { levels, moves, groups, settings }: Around,
): ArithmeticCheck {
  if (own.arithmetic !== "not-checkable" || own.because !== "") return own;
  if (claim.sumOf !== undefined && claim.sumOf !== null) return sumCheck(claim, own);
  if (SHARES.has(claim.kind) || claim.direction === null) {
    const share = checkShare(claim, levels, settings);
    if (share !== undefined) return { ...own, ...share };
  }
  const derived = claim.values.find(({ role }) => role === "percent" || role === "ratio" || role === "difference");
  if (derived === undefined || (claim.rule.includes("fraction") && claim.direction === null)) return own;
  const mates = groups.get(claim.group) ?? [];
  const pairs = pairsFor(claim, mates, levels);
  const checks = pairs.map((pair) => ({ pair, check: checkOn(claim, pair, settings) }));
  const fit =
    checks.find(({ check }) => check.arithmetic === "consistent") ??
    checks.find(
      ({ pair, check }) =>
        pair.isCertain && check.arithmetic === "truncated" && !hasRival(claim, derived, { moves, pair }),
    );
  if (fit !== undefined) return fit.check;
  const points = checks.find(({ pair }) => isPointsAsPercent(claim, pair));
  if (points !== undefined)
    return {
      ...points.check,
      arithmetic: "inconsistent",
      because: "that is the difference in percentage points, not the change in per cent",
    };
  const beside = checks.filter(({ pair }) => pair.isBeside === true);
  const [only] = beside.length === 1 ? beside : checks.length === 1 ? checks.filter(({ pair }) => pair.isCertain) : [];
  const isAccused = only?.check.arithmetic === "inconsistent" && !hasRival(claim, derived, { moves, pair: only.pair });
  return only !== undefined && isAccused ? only.check : own;
}

/** Another number of the same kind near it, which the levels might be of as well: then nobody is accused. */
function hasRival(
  claim: ReadClaim,
  { role, value }: ClaimValue,
  { moves, pair }: { readonly moves: readonly Level[]; readonly pair: Pair },
): boolean {
  const near = levelsNear(moves, claim, { most: 10, reach: 300 });
  const far = ({ start, end }: { readonly start: number; readonly end: number }): number =>
    Math.min(...[pair.from, pair.to].map((level) => Math.max(level.start - end, start - level.end, 0)));
  const mine = far(claim);
  return near.some(
    (other) =>
      other.claim !== claim &&
      other.value.role === role &&
      (other.value.value !== value || other.claim.direction !== claim.direction) &&
      (pair.isBeside !== true || far(other.value) <= mine),
  );
}

/** “Rose 3 per cent” of what went from 9 to 12 per cent. */
function isPointsAsPercent(claim: ReadClaim, { from, to, isPercent, isStated }: Pair): boolean {
  const percent = claim.values.find(({ role }) => role === "percent");
  const moved = to.value - from.value;
  if (percent === undefined || !isPercent || isStated !== true || from.value <= 0) return false;
  const isSame = Math.abs(Math.abs(moved) - percent.value) < 1e-9 && (claim.direction === "down") === moved < 0;
  return isSame && Math.abs(Math.abs(moved / from.value) * 100 - percent.value) > 1;
}

const SHARES = new Set<ReadClaim["kind"]>(["share", "rate", "ratio"]);

function sumCheck({ sumOf, values: [value] }: ReadClaim, own: ArithmeticCheck): ArithmeticCheck {
  const sum = (sumOf ?? []).reduce((total, each) => total + each, 0);
  const arithmetic: Verdict = value !== undefined && Math.abs(sum - value.value) < 1e-6 ? "consistent" : "inconsistent";
  return {
    ...own,
    arithmetic,
    because: arithmetic === "consistent" ? "" : `its parts add up to ${sum.toLocaleString("en-GB")}`,
  };
}

interface Pair {
  readonly from: ClaimValue;
  readonly to: ClaimValue;
  readonly isPercent: boolean;
  readonly isStated?: boolean;
  /** The two stand side by side, and the claim right beside them. */
  readonly isBeside?: boolean;
  /** Nothing else in the text could be meant: only then may a misfit be called inconsistent. */
  readonly isCertain: boolean;
}

/** The pairs of levels that a derived number may be of, from what stands in its own group or near it. */
function pairsFor(claim: ReadClaim, mates: readonly ReadClaim[], levels: readonly Level[]): Pair[] {
  const wanted = claim.unit === "points" ? "percent" : null;
  const near = levelsNear(levels, claim, { most: 14, reach: 1500 }).filter(
    ({ claim: other, unit }) => other !== claim && (wanted === null || unit === wanted) && isAlike(claim, other),
  );
  const own = (role: "from" | "to"): ClaimValue | undefined =>
    mates
      .flatMap(({ values }) => values)
      .find((value) => value.role === role || (role === "to" && value.role === "count"));
  const [from, to] = [own("from"), own("to")];
  const counts = near.filter(({ unit }) => unit === "count");
  if (from !== undefined && to === undefined) {
    const last = counts.findLast((level) => level.value.end <= claim.start && claim.start - level.value.end <= 60);
    const isNamed =
      last !== undefined &&
      last.claim.kind === "count" &&
      last.claim.subject === claim.subject &&
      last.claim.rule === "number";
    return counts.map((level) => ({
      from,
      to: level.value,
      isPercent: false,
      isCertain: false,
      isBeside: isNamed && level === last,
    }));
  }
  const others = to === undefined ? [] : counts.filter((level) => isBefore(level, claim));
  const anchored =
    to === undefined ? [] : others.map((level) => ({ from: level.value, to, isPercent: false, isCertain: false }));
  return [...anchored, ...statedPairs(claim, near), ...loosePairs(claim, near)];
}

/** One thing, and one place, as far as both are said. */
function isAlike(a: ReadClaim, b: ReadClaim): boolean {
  const same = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  return same(a.subject, b.subject) && same(a.area, b.area);
}

function isBefore(level: Level, { period }: ReadClaim): boolean {
  return level.period === null || period === null || level.period !== period;
}

/** Changes stated with both their levels. */
function statedPairs(claim: ReadClaim, near: readonly Level[]): Pair[] {
  return near.flatMap((level, i) => {
    const other = near.find((each, k) => k !== i && each.claim === level.claim && each.value.role === "to");
    if (level.value.role !== "from" || other === undefined) return [];
    const isSamePeriod = claim.period === null || level.claim.period === null || claim.period === level.claim.period;
    const isCertain =
      isSamePeriod && claim.subject !== null && claim.subject === level.claim.subject && isNear(claim, level, 400);
    return [
      {
        from: level.value,
        to: other.value,
        isPercent: level.unit === "percent",
        isStated: true,
        isCertain: isCertain && isFitUnit(claim, level),
      },
    ];
  });
}

function isFitUnit(claim: ReadClaim, level: Level): boolean {
  return (claim.unit === "points") === (level.unit === "percent");
}

function isNear(claim: ReadClaim, { value }: Level, reach: number): boolean {
  return Math.max(claim.start - value.end, value.start - claim.end, 0) <= reach;
}

/** Two levels named apart: of two periods, the earlier first; without periods, as the direction asks. */
function loosePairs(claim: ReadClaim, near: readonly Level[]): Pair[] {
  const alone = near.filter(({ value }) => value.role !== "base");
  const pairs = alone.flatMap((a, i) =>
    alone.slice(i + 1).flatMap((b) => {
      if (
        a.unit !== b.unit ||
        a.claim === b.claim ||
        !isFitUnit(claim, a) ||
        !isAlike(a.claim, b.claim) ||
        Math.abs(a.value.start - b.value.start) > 700
      )
        return [];
      const dated = a.since !== "" && b.since !== "" && a.since !== b.since;
      const isForward = b.claim.rule === "compared-number" ? false : dated ? a.since < b.since : isUpwards(claim, a, b);
      const [from, to] = isForward ? [a, b] : [b, a];
      return [
        { from: from.value, to: to.value, isPercent: a.unit === "percent", isDated: dated, from0: from, to0: to },
      ];
    }),
  );
  return pairs.map(({ isDated, from0, to0, ...pair }) => {
    const subject =
      claim.subject !== null && from0.claim.subject === claim.subject && to0.claim.subject === claim.subject;
    const isLast = claim.period === null || claim.period === to0.period;
    const isBeside = isBesidePair(claim, near, [from0, to0]) && (isDated || from0.claim.rule === "compared-number");
    return {
      ...pair,
      isBeside,
      isCertain:
        isDated &&
        subject &&
        isLast &&
        from0.claim.kind === "count" &&
        to0.claim.kind === "count" &&
        alone.length === 2,
    };
  });
}

/** “1,511 in 2019, compared with 1,204 in 2018, a rise of 26%”: no other level between them, and the claim right behind. */
function isBesidePair(claim: ReadClaim, near: readonly Level[], [from, to]: readonly [Level, Level]): boolean {
  const [first, second] = from.value.start < to.value.start ? [from, to] : [to, from];
  const at = near.indexOf(first);
  const isNext = near[at + 1] === second && second.value.start - first.value.end <= 90;
  const isClose = claim.start >= second.value.end && claim.start - second.value.end <= 45;
  const isOne =
    from.claim.subject === claim.subject &&
    to.claim.subject === claim.subject &&
    from.claim.kind === "count" &&
    to.claim.kind === "count";
  return isNext && isClose && isOne;
}

function isUpwards({ direction }: ReadClaim, a: Level, b: Level): boolean {
  return a.value.value < b.value.value === (direction !== "down");
}

function checkOn(claim: ReadClaim, { from, to, isPercent }: Pair, settings: ClaimSettings): ArithmeticCheck {
  const direction: Direction | null = claim.direction;
  const levels: ReadClaim = {
    ...claim,
    kind: "change",
    direction,
    unit: isPercent ? "percent" : "count",
    sumOf: null,
    values: [
      { ...from, role: "from" },
      { ...to, role: "to" },
    ],
  };
  const own = { ...claim, values: claim.values.filter(({ role }) => role !== "from" && role !== "to") };
  return checkArithmetic([own, levels], settings)[0] as ArithmeticCheck;
}
