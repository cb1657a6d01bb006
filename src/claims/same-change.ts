import type { ClaimValue, ReadClaim } from "./claim.ts";
import { type DayFinder, type Days, type Level, type LevelIndex, levelsNear } from "./levels.ts";

/** Two levels that a derived number may be of. */
export interface Pair {
  readonly from: ClaimValue;
  readonly to: ClaimValue;
  readonly unit: Level["unit"];
  /** The text itself sets the two against each other, or gives the period of each. */
  readonly isTold: boolean;
  /** The two stand in one sentence, or one of them in the claim's own. */
  readonly isClose: boolean;
  readonly tie: Tie;
  /** The claims that state the two levels. */
  readonly statedBy: readonly ReadClaim[];
}

/**
 * How closely the words tie the pair to the number. Beside: next to each other, nothing between; told: in its sentence
 * or the next to it, of the same subject; named: the same named subject and no other time; near: nothing speaks against it.
 */
export type Tie = "beside" | "told" | "named" | "near";

/** The pairs of levels that a derived number may be of: its own level with another, changes stated, levels of two times. */
export function pairsFor(claim: ReadClaim, mates: readonly ReadClaim[], index: LevelIndex): Pair[] {
  const near = candidates(claim, index);
  const own = mates.flatMap(({ values }) => values);
  const from = own.find(({ role }) => role === "from");
  const to = own.find(({ role }) => role === "to" || role === "count");
  if (from !== undefined && to === undefined) return near.flatMap((level) => withTo(claim, from, level, near));
  const anchored = to === undefined || from !== undefined ? [] : near.flatMap((level) => withFrom(claim, to, level));
  const beside = { near, days: index.days };
  const difference = own.find(({ role }) => role === "difference");
  const derived = own.some(({ role }) => role === "percent")
    ? near.flatMap((l) => byDifference(claim, difference, l))
    : [];
  const others = [...statedPairs(claim, beside), ...loosePairs(claim, beside)];
  return [...anchored, ...derived, ...others.filter((pair) => to?.role !== "to" || pair.to.value === to.value)];
}

/** The levels near the claim, and those of its subject farther off. */
function candidates(claim: ReadClaim, { levels, bySubject }: LevelIndex): Level[] {
  const near = levelsNear(levels, claim, { most: 14, reach: 1500 });
  const named =
    claim.subject === null ? [] : levelsNear(bySubject.get(claim.subject) ?? [], claim, { most: 12, reach: 8000 });
  return [...new Set([...near, ...named])]
    .filter(
      (level) =>
        level.claim !== claim && isFit(claim, level) && (areAlike(claim, level.claim) || isAtHand(claim, level)),
    )
    .toSorted((a, b) => a.value.start - b.value.start);
}

/** Points are between percentages; a factor may be between two of either. */
function isFit(claim: ReadClaim, { unit }: Level): boolean {
  if (claim.unit === "points") return unit === "percent";
  return true;
}

/** One thing, and one place, as far as both are said. */
function areAlike(a: ReadClaim, b: ReadClaim): boolean {
  if (a.standing?.pointsBack === true && a.standing.sentence - (b.standing?.sentence ?? -9) === 1) return true;
  return isSame(a.subject, b.subject) && isSame(a.area, b.area);
}

function isSame(a: string | null, b: string | null): boolean {
  return a === b || a === null || b === null;
}

/** Arrests and charges are counted apart from the crimes that they are of. */
function outcomeOf(counted: string | null): string | null {
  return OUTCOME.exec(counted ?? "")?.[0] ?? null;
}

const OUTCOME = /^(?:arrest|charge|conviction|convicted|prosecution|prosecuted|caution|order|summons)/;

/** The claim gives its later level: any other may be the earlier one. */
function withFrom(claim: ReadClaim, to: ClaimValue, level: Level): Pair[] {
  if (level.unit !== "count" || level.value.start === to.start) return [];
  if (level.period !== null && level.period === claim.period) return [];
  const tie = isWithin(claim, level, 3) ? "told" : "near";
  return [{ from: level.value, to, unit: "count", isTold: false, isClose: true, tie, statedBy: [level.claim] }];
}

/** The claim gives its earlier level; the count named just before it is the later one. */
function withTo(claim: ReadClaim, from: ClaimValue, level: Level, near: readonly Level[]): Pair[] {
  if (level.unit !== "count" || level.value.start === from.start) return [];
  const last = near.findLast(({ value, unit }) => unit === "count" && value.end <= claim.start);
  const isBeside =
    level === last &&
    claim.start - level.value.end <= 60 &&
    level.claim.rule === "number" &&
    level.claim.subject === claim.subject;
  const tie = isBeside ? "beside" : isWithin(claim, level, 3) ? "told" : "near";
  return [{ from, to: level.value, unit: "count", isTold: isBeside, isClose: true, tie, statedBy: [level.claim] }];
}

function isWithin({ standing }: ReadClaim, level: Level, sentences: number): boolean {
  return Math.abs((standing?.sentence ?? -9) - (level.claim.standing?.sentence ?? 99)) <= sentences;
}

/** “86,904 crimes. An increase of 3,017 (3.6%)”: the difference gives the earlier level, and the percentage checks it. */
function byDifference(
  claim: ReadClaim,
  difference: ClaimValue | undefined,
  { value, unit, claim: other }: Level,
): Pair[] {
  if (difference === undefined || claim.direction === null || unit !== "count" || value.role === "base") return [];
  const step = claim.direction === "down" ? -difference.value : difference.value;
  const from = { ...value, value: value.value - step };
  if (from.value <= 0) return [];
  return [
    {
      from,
      to: value,
      unit,
      isTold: false,
      isClose: true,
      tie: isJustBefore(claim, other) ? "told" : "near",
      statedBy: [other],
    },
  ];
}

function isJustBefore({ standing }: ReadClaim, { standing: other }: ReadClaim): boolean {
  const apart = (standing?.sentence ?? 99) - (other?.sentence ?? -9);
  return apart === 0 || (apart === 1 && standing?.pointsBack === true);
}

/** Changes stated with both their levels. */
function statedPairs(claim: ReadClaim, { near, days }: Beside): Pair[] {
  return near.flatMap((level) => {
    if (level.value.role !== "from") return [];
    const to = near.find((each) => each.claim === level.claim && each.value.role === "to");
    if (to === undefined) return [];
    const tie = tieOf(claim, [level, to], { near, days });
    const { unit, claim: stated } = level;
    const values = { from: level.value, to: to.value, unit };
    return [{ ...values, isTold: true, isClose: true, tie, statedBy: [stated] }];
  });
}

/** Two levels named apart: of two periods, the earlier first; without periods, as the direction asks. */
function loosePairs(claim: ReadClaim, beside: Beside): Pair[] {
  const { near } = beside;
  return near.flatMap((a, i) => near.slice(i + 1).flatMap((b) => loosePair(claim, [a, b], beside) ?? []));
}

function loosePair(claim: ReadClaim, [a, b]: readonly [Level, Level], beside: Beside): Pair | undefined {
  if (a.unit !== b.unit || a.claim === b.claim || a.value.role === "base" || b.value.role === "base") return undefined;
  if (!areAlike(a.claim, b.claim) && !isOfTwoPlaces(claim, a, b)) return undefined;
  const isDated = a.since !== "" && b.since !== "" && a.since !== b.since;
  if (isSamePeriod(a, b) && claim.direction !== null && b.claim.rule !== "compared-number") return undefined;
  if (!isDated && (isOfPair(a) || isOfPair(b) || b.value.start - a.value.start > 700)) return undefined;
  if (!areInLine(a.claim, b.claim)) return undefined;
  const isCompared = b.claim.rule === "compared-number" && b.value.start - a.value.end < 90;
  const isForward = isCompared ? false : isDated ? a.since < b.since : isUpwards(claim, a, b);
  const [from, to] = isForward ? [a, b] : [b, a];
  const isTold = isDated || isCompared;
  const tie = tieOf(claim, [from, to], beside);
  const isClose = a.claim.standing?.sentence === b.claim.standing?.sentence && a.claim.standing?.cell === undefined;
  const values = { from: from.value, to: to.value, unit: a.unit, statedBy: [a.claim, b.claim] };
  return { ...values, isTold, isClose, tie: tie === "beside" && !isTold ? "told" : tie };
}

/** “Kent had 1,500, Surrey 500: three times as many”. */
function isOfTwoPlaces(claim: ReadClaim, a: Level, b: Level): boolean {
  return isAtHand(claim, a) && isAtHand(claim, b) && isSame(a.claim.subject, b.claim.subject);
}

function isAtHand({ kind, standing, subject }: ReadClaim, { claim: other }: Level): boolean {
  const apart = (standing?.sentence ?? 99) - (other.standing?.sentence ?? -9);
  return kind === "ratio" && apart >= 0 && apart <= 1 && isSame(subject, other.subject);
}

function isSamePeriod(a: Level, b: Level): boolean {
  const areDated = a.claim.standing?.isDated === true && b.claim.standing?.isDated === true;
  return areDated && a.since !== "" && a.since === b.since;
}

/** A level that its own statement sets against another. */
function isOfPair({ claim: { values } }: Level): boolean {
  return values.some(({ role }) => role === "from") && values.some(({ role }) => role === "to");
}

/** Two cells of a table are of one row or one column. */
function areInLine({ standing: a }: ReadClaim, { standing: b }: ReadClaim): boolean {
  if (a?.cell === undefined || b?.cell === undefined) return true;
  return a.cell.row === b.cell.row || a.cell.column === b.cell.column;
}

function isUpwards({ direction }: ReadClaim, a: Level, b: Level): boolean {
  return a.value.value < b.value.value === (direction !== "down");
}

interface Beside {
  /** The levels that the claim may be of, in order of place. */
  readonly near: readonly Level[];
  readonly days: DayFinder;
}

function tieOf(claim: ReadClaim, [from, to]: readonly [Level, Level], { near, days }: Beside): Tie {
  const here = claim.standing;
  if (here === undefined) return "near";
  const theirs = [from.claim, to.claim];
  const isOne = theirs.every(({ subject }) => subject === claim.subject);
  if (isNextTo(claim, [from, to], near) && (isOne || here.pointsBack)) return "beside";
  if (isOtherTime(claim, [from, to], days) || theirs.some((each) => isOtherOutcome(claim, each))) return "near";
  const apart = Math.max(...theirs.map(({ standing }) => Math.abs((standing?.sentence ?? 99) - here.sentence)));
  if (apart > 0 && theirs.some(({ standing }) => standing?.isOfNation !== here.isOfNation)) return "near";
  return apart <= 1 ? "told" : "named";
}

function isOtherOutcome({ counted: a }: ReadClaim, { counted: b }: ReadClaim): boolean {
  return a !== null && b !== null && outcomeOf(a) !== outcomeOf(b);
}

/** The words of the claim say another time than the levels have. */
function isOtherTime(claim: ReadClaim, [from, to]: readonly [Level, Level], days: DayFinder): boolean {
  const isDated = claim.standing?.isDated === true && to.claim.standing?.isDated === true;
  if (isDated && !isPartOf(days(claim.period), to)) return true;
  if (claim.basePeriod === null) return false;
  const base = days(claim.basePeriod);
  return from.period === null || from.claim.standing?.isDated !== true
    ? !isYearBefore(base, to)
    : !isPartOf(base, from);
}

/** “Up a third on 2016 … 400 in 2017, against 300”: the earlier level needs no date. */
function isYearBefore(base: Days, { since, claim }: Level): boolean {
  const years = Number(since.slice(0, 4)) - Number(base.since.slice(0, 4));
  return claim.standing?.isDated === true && years === 1;
}

/** Two stretches of time that share days; what is not known shares none. */
function isPartOf(a: Days, b: Level): boolean {
  return a.since !== "" && b.since !== "" && a.since <= b.until && b.since <= a.until;
}

/** “1,511 in 2019, compared with 1,204 in 2018, a rise of 26%”: no other level between them, and the claim right beside. */
function isNextTo(claim: ReadClaim, [from, to]: readonly [Level, Level], near: readonly Level[]): boolean {
  const [first, second] = from.value.start < to.value.start ? [from, to] : [to, from];
  if (near[near.indexOf(first) + 1] !== second || second.value.start - first.value.end > 90) return false;
  const sentence = second.claim.standing?.sentence ?? -9;
  if (near.some((level) => level !== first && level !== second && level.claim.standing?.sentence === sentence))
    return false;
  const gap = claim.start >= second.value.end ? claim.start - second.value.end : first.value.start - claim.end;
  if (gap < 0) return false;
  if (claim.standing?.sentence === sentence)
    return first.claim !== second.claim && gap <= (claim.start >= second.value.end ? 45 : 25);
  if (near.some((level) => level.claim.standing?.sentence === claim.standing?.sentence)) return false;
  const isLast = near.findLast(({ value }) => value.end <= claim.start) === second;
  return claim.standing?.pointsBack === true && claim.standing.sentence - sentence === 1 && isLast;
}
