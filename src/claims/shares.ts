import type { ClaimValue, ReadClaim, Verdict } from "./claim.ts";
import { type Level, type LevelIndex, levelsNear } from "./levels.ts";
import { restOf, withoutOf } from "./rest.ts";
import type { ClaimSettings } from "./settings.ts";
import { factorVerdict, scaled } from "./rounding.ts";
import { columnShare } from "./table-shares.ts";
import { explained, type Judged, shareVerdict } from "./part-of-whole.ts";

/** A share against the part and the whole: its own, else those that stand beside it; nothing when they are not there. */
export function checkShare(claim: ReadClaim, index: LevelIndex, settings: ClaimSettings): Judged | undefined {
  if (claim.rule.includes("range")) return undefined;
  const share = valueIn(claim, "share") ?? (claim.rule.startsWith("fraction") ? valueIn(claim, "ratio") : undefined);
  const [count, base] = [valueIn(claim, "count"), valueIn(claim, "base")];
  if (share === undefined) return undefined;
  if (count !== undefined && base !== undefined)
    return explained(shareVerdict(share, count, base, settings), count, base);
  const near = countsNear(claim, index, { most: 14, reach: 1000 });
  const fit = fitOf(share, candidates(claim, share, near), settings);
  if (fit !== undefined) return { arithmetic: fit.arithmetic, because: "" };
  const inTable = columnShare(claim, share, { index, settings });
  if (inTable !== undefined) return inTable;
  if (count !== undefined) return besideSiblings(claim, count, { share, index, settings });
  return (
    sameAgain(claim, share, { index, settings }) ??
    restOf(claim, share, index) ??
    withoutOf(claim, share, { index, settings })
  );
}

interface With {
  readonly index: LevelIndex;
  readonly settings: ClaimSettings;
}

/** “4% were charged. That is one in 25”, “1.3% … of the 63,136 rapes, 820”: a share or a part of a whole told before or behind. */
function sameAgain(claim: ReadClaim, share: ClaimValue, { index, settings }: With): Judged | undefined {
  const isFine = share.step > 0;
  const near = levelsNear(index.levels, claim, { most: 10, reach: 800 }).filter(
    ({ claim: other }) => other !== claim && other.subject === claim.subject,
  );
  const isMet = near.some(({ value, unit, claim: other }) => {
    const base = valueIn(other, "base");
    const isBack =
      claim.standing?.pointsBack === true && claim.standing.sentence - (other.standing?.sentence ?? -9) === 1;
    if (base !== undefined && value.role === "count" && (isFine || isBack))
      return shareVerdict(share, value, base, settings) === "consistent";
    if (unit !== "percent" || share.role !== "ratio" || !(isBack || isFine)) return false;
    const [low, high] = [value.value - value.step / 2, value.value + value.step / 2];
    return factorVerdict(share, scaled({ low, at: value.value, high }, 0.01), settings) === "consistent";
  });
  return isMet ? { arithmetic: "consistent", because: "" } : undefined;
}

interface PartOfWhole {
  readonly part: ClaimValue;
  readonly whole: ClaimValue;
  /** The claim gives the part itself. */
  readonly isOwn: boolean;
}

/** Parts and wholes near a share; a share in round words is only of what its own sentence says, or the one it points back to. */
function candidates(claim: ReadClaim, share: ClaimValue, near: readonly Level[]): PartOfWhole[] {
  const [count, base] = [valueIn(claim, "count"), valueIn(claim, "base")];
  const back = claim.standing?.pointsBack === true || share.step > 0 ? 1 : 0;
  const besides = claim.besides ?? [];
  const told = near.filter((level) => isTold(claim, level, back)).map(valueOf);
  const parts = count !== undefined ? [count] : [...told, ...besides];
  const wholes = near.filter((level) => !isSibling(claim, level)).map(valueOf);
  return parts.flatMap((part) =>
    (base !== undefined ? [base] : [...wholes, ...besides])
      .filter((whole) => whole.start !== part.start && whole.value > part.value && whole.start <= claim.end + 100)
      .map((whole) => ({ part, whole, isOwn: count !== undefined })),
  );
}

function valueOf({ value }: Level): ClaimValue {
  return value;
}

/** In the claim's sentence, or as many before; or right behind it. */
function isTold({ standing, end }: ReadClaim, { claim: other, value }: Level, back: number): boolean {
  const apart = (standing?.sentence ?? 99) - (other.standing?.sentence ?? -9);
  return (apart >= 0 && apart <= back) || (apart === -1 && value.start - end <= 60);
}

/** “1,600 (80%) and 400 (20%)”: a part of the same whole is not the whole of the other. */
function isSibling(claim: ReadClaim, { claim: other, value }: Level): boolean {
  return other.rule === claim.rule && value.role === "count" && valueIn(other, "share") !== undefined;
}

function fitOf(
  share: ClaimValue,
  pairs: readonly PartOfWhole[],
  settings: ClaimSettings,
): { arithmetic: Verdict } | undefined {
  const verdicts = pairs.map(({ part, whole, isOwn }) => ({
    isOwn,
    arithmetic: shareVerdict(share, part, whole, settings),
  }));
  return (
    verdicts.find(({ arithmetic }) => arithmetic === "consistent") ??
    verdicts.find(({ arithmetic, isOwn }) => arithmetic === "truncated" && isOwn)
  );
}

/** The counts nearest to a claim, its own left out. */
function countsNear(
  claim: ReadClaim,
  { levels }: LevelIndex,
  how: { readonly most: number; readonly reach: number },
): Level[] {
  return levelsNear(levels, claim, how).filter((level) => level.claim !== claim && level.unit === "count");
}

/** Its neighbours, “1,310 (70%)” and “468 (25%)”, are shares of one whole, and this is none of it. */
function besideSiblings(
  claim: ReadClaim,
  count: ClaimValue,
  { share, index, settings }: With & { readonly share: ClaimValue },
): Judged | undefined {
  const near = levelsNear(index.levels, claim, { most: 20, reach: 1000 });
  const siblings = [...new Set(near.map((level) => level.claim))].filter(
    (other) =>
      other !== claim &&
      other.rule === claim.rule &&
      other.values.length === 2 &&
      Math.abs(other.start - claim.start) < 200,
  );
  const whole = near.find(
    ({ value, unit, claim: other }) =>
      unit === "count" &&
      value.value > count.value &&
      !siblings.includes(other) &&
      other !== claim &&
      siblings.every((sibling) => isShareOf(sibling, value, settings)),
  );
  if (siblings.length < 2 || whole === undefined) return undefined;
  return explained(shareVerdict(share, count, whole.value, settings), count, whole.value);
}

function isShareOf(claim: ReadClaim, whole: ClaimValue, settings: ClaimSettings): boolean {
  const [share, part] = [valueIn(claim, "share"), valueIn(claim, "count")];
  return share !== undefined && part !== undefined && shareVerdict(share, part, whole, settings) === "consistent";
}

function valueIn(claim: ReadClaim, role: ClaimValue["role"]): ClaimValue | undefined {
  return claim.values.find((value) => value.role === role);
}
