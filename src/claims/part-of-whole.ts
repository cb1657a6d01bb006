import type { ClaimValue, Verdict } from "./claim.ts";
import { factorVerdict, levelRange, ratioOf, scaled, verdictOn } from "./rounding.ts";
import type { ClaimSettings } from "./settings.ts";

/** A verdict, and why in a few words. */
export interface Judged {
  readonly arithmetic: Verdict;
  readonly because: string;
}

/** A verdict with what the part and the whole give, where it is wrong. */
export function explained(arithmetic: Verdict, count: ClaimValue, base: ClaimValue): Judged {
  if (arithmetic !== "inconsistent") return { arithmetic, because: "" };
  const exact = ((count.value / base.value) * 100).toLocaleString("en-GB", { maximumFractionDigits: 1 });
  const because = `${count.value.toLocaleString("en-GB")} of ${base.value.toLocaleString("en-GB")} is ${exact} %`;
  return { arithmetic, because };
}

/** Whether a share is that of the part in the whole. */
export function shareVerdict(share: ClaimValue, part: ClaimValue, whole: ClaimValue, settings: ClaimSettings): Verdict {
  if (whole.value <= 0 || part.value > whole.value) return "not-checkable";
  const exact = scaled(
    ratioOf(levelRange(part, settings), levelRange(whole, settings)),
    share.role === "ratio" ? 1 : 100,
  );
  return share.role === "ratio" ? factorVerdict(share, exact, settings) : verdictOn(share, exact, settings);
}
