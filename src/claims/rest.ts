import type { ClaimValue, ReadClaim } from "./claim.ts";
import { type Level, type LevelIndex, levelsNear } from "./levels.ts";
import { factorVerdict, type Range, scaled, verdictOn } from "./rounding.ts";
import type { ClaimSettings } from "./settings.ts";
import type { Judged } from "./part-of-whole.ts";

/** “48%, 45% and the remaining 7%”: what is left of a hundred when the shares listed before it are taken away. */
export function restOf(claim: ReadClaim, share: ClaimValue, { levels }: LevelIndex): Judged | undefined {
  if (share.role !== "share" || claim.standing?.isRest !== true) return undefined;
  const listed = levelsNear(levels, claim, { most: 8, reach: 300 })
    .filter((level) => level.unit === "percent" && level.claim !== claim && isInSentence(claim, level))
    .map(({ value }) => value);
  if (listed.length < 2) return undefined;
  const left = 100 - listed.reduce((sum, { value }) => sum + value, 0);
  const slack = [share, ...listed].reduce((sum, { step }) => sum + step / 2, 0);
  if (left < 0) return undefined;
  if (Math.abs(left - share.value) <= slack + 1e-9) return { arithmetic: "consistent", because: "" };
  return { arithmetic: "inconsistent", because: `the others leave ${Number(left.toFixed(2))} %` };
}

interface With {
  readonly index: LevelIndex;
  readonly settings: ClaimSettings;
}

/** “17.8% were charged. More than eight in ten were not”: what is said of the rest, against the share just before. */
export function withoutOf(claim: ReadClaim, share: ClaimValue, { index, settings }: With): Judged | undefined {
  if (claim.standing?.isDenied !== true) return undefined;
  const near = levelsNear(index.levels, claim, { most: 4, reach: 300 }).filter(
    (level) => level.claim !== claim && level.claim.subject === claim.subject,
  );
  const isMet = near.flatMap(shareOf).some((range) => {
    const rest = scaled(range, -1, 100);
    const verdict =
      share.role === "ratio" ? factorVerdict(share, scaled(rest, 0.01), settings) : verdictOn(share, rest, settings);
    return verdict === "consistent";
  });
  return isMet ? { arithmetic: "consistent", because: "" } : undefined;
}

/** A share, or the one that a part and its whole give. */
function shareOf({ value, unit, claim: { values } }: Level): Range[] {
  if (unit === "percent")
    return [{ low: value.value - value.step / 2, at: value.value, high: value.value + value.step / 2 }];
  const base = values.find(({ role }) => role === "base");
  if (value.role !== "count" || base === undefined || base.value <= 0) return [];
  const at = (value.value / base.value) * 100;
  return [{ low: at, at, high: at }];
}

function isInSentence({ standing }: ReadClaim, { claim: other }: Level): boolean {
  return standing?.sentence === other.standing?.sentence;
}
