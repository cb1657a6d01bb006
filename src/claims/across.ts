import { checkArithmetic } from "./arithmetic.ts";
import { chainsOf } from "./chains.ts";
import type { ArithmeticCheck, ClaimValue, ReadClaim, Verdict } from "./claim.ts";
import { indexLevels, type LevelIndex, levelsNear } from "./levels.ts";
import { type Pair, pairsFor, type Tie } from "./same-change.ts";
import { checkRate } from "./rates.ts";
import type { Judged } from "./part-of-whole.ts";
import { checkShare } from "./shares.ts";
import { checkTotal } from "./totals.ts";
import type { ClaimSettings } from "./settings.ts";

/** Does the arithmetic of a whole text again: each change from its own numbers, else from the levels of the text. */
export function checkAll(claims: readonly ReadClaim[], settings: ClaimSettings): Map<ReadClaim, ArithmeticCheck> {
  const around: Around = {
    groups: Map.groupBy(claims, ({ group }) => group),
    chains: chainsOf(claims),
    index: indexLevels(claims),
    settings,
  };
  return new Map(claims.map((claim) => [claim, checkOne(claim, around)]));
}

interface Around {
  readonly groups: ReadonlyMap<number, readonly ReadClaim[]>;
  /** The claims of a group with those of the sentences before that tell of the same change. */
  readonly chains: ReadonlyMap<number, readonly ReadClaim[]>;
  readonly index: LevelIndex;
  readonly settings: ClaimSettings;
}

/** The first way that tells: its own numbers, its parts, its whole, what it goes on from, two levels elsewhere. */
function checkOne(claim: ReadClaim, around: Around): ArithmeticCheck {
  const { groups, chains, settings } = around;
  const mates = groups.get(claim.group) ?? [claim];
  const own = checkIn(mates, claim, settings);
  if (own.arithmetic !== "not-checkable" || own.because !== "") return own;
  if (claim.sumOf !== undefined && claim.sumOf !== null) return sumCheck(claim, own);
  const whole = shareOrRate(claim, around) ?? checkTotal(claim, around.index);
  if (whole !== undefined) return { ...own, ...whole };
  const derived = claim.values.find(({ role }) => role === "percent" || role === "ratio" || role === "difference");
  if (derived === undefined || (claim.rule.includes("fraction") && claim.direction === null)) return own;
  const chain = chains.get(claim.group) ?? mates;
  const chained = checkIn(chain, claim, settings);
  if (chained.arithmetic === "consistent" || accuses(chain, chained)) return chained;
  return checkOnLevels(claim, derived, { ...around, mates }) ?? (chained.arithmetic === "truncated" ? chained : own);
}

/** Two levels stated as one change can be no others; a count before may be the earlier or the later one. */
function accuses(chain: readonly ReadClaim[], { arithmetic }: ArithmeticCheck): boolean {
  const isTimed = chain.some(({ standing }) => standing?.isTimed === true);
  return arithmetic === "inconsistent" && !isTimed && chain.some(({ kind }) => kind === "change");
}

function checkIn(group: readonly ReadClaim[], claim: ReadClaim, settings: ClaimSettings): ArithmeticCheck {
  return checkArithmetic(group, settings)[group.indexOf(claim)] as ArithmeticCheck;
}

function shareOrRate(claim: ReadClaim, { index, settings }: Around): Judged | undefined {
  if (claim.kind === "rate") return checkRate(claim, index, settings);
  return claim.kind === "share" || claim.direction === null ? checkShare(claim, index, settings) : undefined;
}

function sumCheck({ sumOf, values: [value] }: ReadClaim, own: ArithmeticCheck): ArithmeticCheck {
  const sum = (sumOf ?? []).reduce((total, each) => total + each, 0);
  const arithmetic: Verdict = value !== undefined && Math.abs(sum - value.value) < 1e-6 ? "consistent" : "inconsistent";
  return {
    ...own,
    arithmetic,
    because: arithmetic === "consistent" ? "" : `its parts add up to ${sum.toLocaleString("en-GB")}`,
  };
}

interface Tried {
  readonly pair: Pair;
  readonly check: ArithmeticCheck;
}

/**
 * A derived number against the pairs of levels that it may be of. A pair beside it decides alone; else any that the words
 * allow may explain it, the closer the coarser the number is. It is only called inconsistent by a pair that can be no other.
 */
function checkOnLevels(
  claim: ReadClaim,
  derived: ClaimValue,
  { index, settings, mates }: Around & { readonly mates: readonly ReadClaim[] },
): ArithmeticCheck | undefined {
  const isCoarse = derived.role === "ratio" && !isFine(derived);
  const tried = pairsFor(claim, mates, index)
    .filter((pair) => (!isCoarse || pair.tie !== "near") && isOfItsDifference(claim, pair))
    .map((pair) => ({ pair, check: checkOn(claim, pair, settings) }));
  const isFree = (pair: Pair): boolean => !hasRival(claim, derived, { moves: index.moves, pair });
  const beside = tried.filter(({ pair }) => pair.tie === "beside");
  const isSole = beside.length === 1;
  const fit = tried.find(
    ({ pair, check }) =>
      check.arithmetic === "consistent" &&
      explains(pair, derived) &&
      (!isSole || isFine(derived) || pair.tie === "beside"),
  );
  const cut = tried.find(
    ({ pair, check }) =>
      check.arithmetic === "truncated" && (pair.isTold || pair.isClose) && pair.tie !== "near" && isFree(pair),
  );
  const found = fit?.pair.tie === "near" ? (cut ?? fit) : (fit ?? cut);
  if (found !== undefined) return found.check;
  const points = tried.find(({ pair }) => isPointsAsPercent(claim, pair));
  if (points !== undefined) return { ...points.check, arithmetic: "inconsistent", because: POINTS };
  return accused(claim, { tried: isSole && !isFine(derived) ? beside : tried, beside, isFree });
}

/** A percentage that stands with its difference is of levels as far apart. */
function isOfItsDifference({ values, kind }: ReadClaim, { from, to }: Pair): boolean {
  const difference = kind === "percentage-change" ? values.find(({ role }) => role === "difference") : undefined;
  if (difference === undefined || difference.hedge !== null) return true;
  const slack = (difference.step + Math.max(from.step, to.step)) / 2;
  return Math.abs(Math.abs(to.value - from.value) - difference.value) <= slack;
}

const POINTS = "that is the difference in percentage points, not the change in per cent";

function checkOn(claim: ReadClaim, { from, to, unit }: Pair, settings: ClaimSettings): ArithmeticCheck {
  const levels: ReadClaim = {
    ...claim,
    kind: "change",
    unit: unit === "percent" ? "percent" : "count",
    sumOf: null,
    values: [
      { ...from, role: "from" },
      { ...to, role: "to" },
    ],
  };
  const own = { ...claim, values: claim.values.filter(({ role }) => role !== "from" && role !== "to") };
  return checkArithmetic([own, levels], settings)[0] as ArithmeticCheck;
}

/** A fine number, “43.4%”, is hardly met by chance; “doubled” often is, and only counts where the words point to the pair. */
function explains({ tie, isTold, isClose }: Pair, derived: ClaimValue): boolean {
  return isFine(derived) || REACH[tie] <= (isTold || isClose ? REACH.named : REACH.told);
}

const REACH: Readonly<Record<Tie, number>> = { beside: 0, told: 1, named: 2, near: 3 };

function isFine({ value, step, hedge }: ClaimValue): boolean {
  return hedge === null && step > 0 && step <= Math.abs(value) / 5;
}

/** Another number of the same kind near it, which the levels might be of as well: then nobody is accused. */
function hasRival(
  claim: ReadClaim,
  { role, value }: ClaimValue,
  { moves, pair }: { readonly moves: LevelIndex["moves"]; readonly pair: Pair },
): boolean {
  const places = pair.tie === "beside" ? [claim] : [claim, pair.from, pair.to];
  const near = places.flatMap((place) => levelsNear(moves, place, { most: 10, reach: 300 }));
  const far = ({ start, end }: { readonly start: number; readonly end: number }): number =>
    Math.min(...[pair.from, pair.to].map((level) => Math.max(level.start - end, start - level.end, 0)));
  const mine = far(claim);
  return near.some(
    (other) =>
      other.claim !== claim &&
      other.value.role === role &&
      (other.claim.subject === claim.subject || other.claim.subject === null || claim.subject === null) &&
      (other.value.value !== value || other.claim.direction !== claim.direction) &&
      (pair.tie !== "beside" || far(other.value) <= mine),
  );
}

/** “Rose 3 per cent” of what went from 9 to 12 per cent. */
function isPointsAsPercent(claim: ReadClaim, { from, to, unit, isTold }: Pair): boolean {
  const percent = claim.values.find(({ role }) => role === "percent");
  const moved = to.value - from.value;
  if (percent === undefined || unit !== "percent" || !isTold || from.value <= 0) return false;
  const isSame = Math.abs(Math.abs(moved) - percent.value) < 1e-9 && (claim.direction === "down") === moved < 0;
  return isSame && Math.abs(Math.abs(moved / from.value) * 100 - percent.value) > 1;
}

interface Case {
  readonly tried: readonly Tried[];
  readonly beside: readonly Tried[];
  readonly isFree: (pair: Pair) => boolean;
}

/**
 * Inconsistent, where the pair can be no other: the one beside the number; or the only one that the text tells of the
 * same named subject and time, when the number is just what a known slip makes of it, or the text itself doubts it, or no other number could be meant.
 */
function accused(claim: ReadClaim, { tried, beside, isFree }: Case): ArithmeticCheck | undefined {
  if (tried.some(({ check }) => check.arithmetic === "consistent")) return undefined;
  const named = tried.filter(({ pair }) => isNamed(pair, claim));
  const widest = named.at(-1);
  if (claim.standing?.isDoubted === true && widest !== undefined)
    return named.every(({ check }) => check.arithmetic === "inconsistent") ? widest.check : undefined;
  const [only, ...more] = beside.length > 0 ? beside : distinct(named);
  if (only === undefined || more.length > 0 || only.check.arithmetic !== "inconsistent") return undefined;
  if (beside.length > 0) return isFree(only.pair) ? only.check : undefined;
  const isSlip = only.check.because !== "";
  const isSure = isFree(only.pair) && (isSlip || isAlone(claim, tried));
  return isSure && claim.standing?.isTimed !== true ? only.check : undefined;
}

function isNamed({ isTold, tie, statedBy }: Pair, { subject, standing }: ReadClaim): boolean {
  const isOne = statedBy.every(
    (other) => other.subject === subject && other.standing?.isElsewhere === standing?.isElsewhere,
  );
  return isTold && REACH[tie] <= REACH.named && subject !== null && isOne;
}

function distinct(tried: readonly Tried[]): Tried[] {
  return [...new Map(tried.map((each) => [`${each.pair.from.value} ${each.pair.to.value}`, each])).values()];
}

/** Its own sentence or the next to it tells of the pair, and no other pair is in reach. */
function isAlone({ standing, subject }: ReadClaim, tried: readonly Tried[]): boolean {
  return standing?.isNamed === true && subject !== null && tried.length === 1 && tried[0]?.pair.tie === "told";
}
