import type { ClaimValue, ReadClaim, Verdict } from "./claim.ts";
import { type Level, levelsNear } from "./levels.ts";
import { factorVerdict, levelRange, type Range, verdictOn } from "./rounding.ts";
import type { ClaimSettings } from "./settings.ts";

interface Judged {
  readonly arithmetic: Verdict;
  readonly because: string;
}

/** A share or a rate against the part and the whole: its own, else those that stand beside it; nothing when they are not there. */
export function checkShare(claim: ReadClaim, levels: readonly Level[], settings: ClaimSettings): Judged | undefined {
  if (claim.rule.includes("range")) return undefined;
  const rate = valueIn(claim, "rate");
  if (rate !== undefined) return checkRate(claim, rate, { levels, settings });
  const share = valueIn(claim, "share") ?? (claim.rule.startsWith("fraction") ? valueIn(claim, "ratio") : undefined);
  if (share === undefined) return undefined;
  const [count, base] = [valueIn(claim, "count"), valueIn(claim, "base")];
  if (count !== undefined && base !== undefined)
    return explained(shareVerdict(share, count, base, settings), count, base);
  const near = countsNear(levels, claim, { most: 14, reach: 1000 });
  const fit = fitOf(share, candidates(claim, count, near), settings);
  if (fit !== undefined) return { arithmetic: fit.arithmetic, because: "" };
  return count === undefined ? undefined : besideSiblings(claim, count, { share, levels, settings });
}

interface PartOfWhole {
  readonly part: ClaimValue;
  readonly whole: ClaimValue;
  /** The claim gives the part itself. */
  readonly isOwn: boolean;
}

function candidates(claim: ReadClaim, count: ClaimValue | undefined, near: readonly Level[]): PartOfWhole[] {
  const parts = count === undefined ? partsBefore(claim, near) : [count];
  return parts.flatMap((part) =>
    wholesFor(claim, part, near).map((whole) => ({ part, whole, isOwn: count !== undefined })),
  );
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
  levels: readonly Level[],
  claim: ReadClaim,
  how: { readonly most: number; readonly reach: number },
): Level[] {
  return levelsNear(levels, claim, how).filter((level) => level.claim !== claim && level.unit === "count");
}

/** Its neighbours, “1,310 (70%)” and “468 (25%)”, are shares of one whole, and this is none of it. */
function besideSiblings(
  claim: ReadClaim,
  count: ClaimValue,
  { share, levels, settings }: Beside & { readonly share: ClaimValue },
): Judged | undefined {
  const near = levelsNear(levels, claim, { most: 20, reach: 1000 });
  const siblings = [...new Set(near.map((level) => level.claim))].filter(
    (other) =>
      other !== claim &&
      other.rule === claim.rule &&
      other.values.length === 2 &&
      Math.abs(other.start - claim.start) < 200,
  );
  const wholes = near.filter(
    ({ value, unit, claim: other }) =>
      unit === "count" && value.value > count.value && !siblings.includes(other) && other !== claim,
  );
  const common = wholes.filter(({ value }) =>
    siblings.every((sibling) => {
      const [theirs, part] = [valueIn(sibling, "share"), valueIn(sibling, "count")];
      return theirs !== undefined && part !== undefined && shareVerdict(theirs, part, value, settings) === "consistent";
    }),
  );
  const [whole] = common;
  if (siblings.length < 2 || whole === undefined) return undefined;
  return explained(shareVerdict(share, count, whole.value, settings), count, whole.value);
}

function valueIn(claim: ReadClaim, role: ClaimValue["role"]): ClaimValue | undefined {
  return claim.values.find((value) => value.role === role);
}

function explained(arithmetic: Verdict, count: ClaimValue, base: ClaimValue): Judged {
  if (arithmetic !== "inconsistent") return { arithmetic, because: "" };
  const exact = ((count.value / base.value) * 100).toLocaleString("en-GB", { maximumFractionDigits: 1 });
  const because = `${count.value.toLocaleString("en-GB")} of ${base.value.toLocaleString("en-GB")} is ${exact} %`;
  return { arithmetic, because };
}

function shareVerdict(share: ClaimValue, part: ClaimValue, whole: ClaimValue, settings: ClaimSettings): Verdict {
  if (whole.value <= 0 || part.value > whole.value) return "not-checkable";
  const scale = share.role === "ratio" ? 1 : 100;
  const [a, b] = [levelRange(part, settings), levelRange(whole, settings)];
  const exact: Range = { low: (a.low / b.high) * scale, at: (a.at / b.at) * scale, high: (a.high / b.low) * scale };
  return share.role === "ratio" ? factorVerdict(share, exact, settings) : verdictOn(share, exact, settings);
}

/** The part of a share without one of its own: the counts just before it, or the one just behind. */
function partsBefore(claim: ReadClaim, near: readonly Level[]): ClaimValue[] {
  const before = near.filter(({ value }) => value.end <= claim.start && claim.start - value.end <= 160).slice(-2);
  const after = near.find(({ value }) => value.start >= claim.end && value.start - claim.end <= 60);
  return [...before, ...(after === undefined ? [] : [after])].map(({ value }) => value);
}

function wholesFor(claim: ReadClaim, part: ClaimValue, near: readonly Level[]): ClaimValue[] {
  return near
    .filter(({ value }) => value.start !== part.start && value.value > part.value && value.start <= claim.end + 100)
    .map(({ value }) => value);
}

interface Beside {
  readonly levels: readonly Level[];
  readonly settings: ClaimSettings;
}

const PER_YEAR: readonly (readonly [RegExp, number])[] = [
  [/\b(?:day|daily)\b/i, 365],
  [/\b(?:week|weekly)\b/i, 52],
  [/\b(?:month|monthly)\b/i, 12],
  [/\bhour/i, 8760],
];

/** So many a day against the count of a year. */
function checkRate(claim: ReadClaim, rate: ClaimValue, { levels, settings }: Beside): Judged | undefined {
  const base = claim.values.find(({ role }) => role === "base");
  if (base !== undefined) return checkPerHead(claim, rate, { base, levels, settings });
  const times = PER_YEAR.find(([pattern]) => pattern.test(claim.quote))?.[1];
  if (times === undefined) return undefined;
  const near = countsNear(levels, claim, { most: 4, reach: 400 });
  const fits = near.some(({ value }) => {
    const { low, at, high } = levelRange(value, settings);
    return verdictOn(rate, { low: low / times, at: at / times, high: high / times }, settings) === "consistent";
  });
  return fits ? { arithmetic: "consistent", because: "" } : undefined;
}

/** So many per 1,000 against a count near it and a population that the text names. */
function checkPerHead(
  claim: ReadClaim,
  rate: ClaimValue,
  { base, levels, settings }: Beside & { readonly base: ClaimValue },
): Judged | undefined {
  const near = countsNear(levels, claim, { most: 6, reach: 500 });
  const verdicts = near.flatMap(({ value }) =>
    (claim.populations ?? []).map((people) => {
      const exact = (value.value / people) * base.value;
      return verdictOn(rate, { low: exact, at: exact, high: exact }, settings);
    }),
  );
  const arithmetic = (["consistent", "truncated"] as const).find((verdict) => verdicts.includes(verdict));
  return arithmetic === undefined ? undefined : { arithmetic, because: "" };
}
