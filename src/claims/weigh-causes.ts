import { maybePeriod, type Period, sayPeriod } from "../base/index.ts";
import type { Cause, Explanation, Standing, WeighedCause } from "../explain/index.ts";
import type { CheckedClaim } from "./checked.ts";

/** A change that a stated cause is said to explain. */
export interface CauseQuestion {
  readonly area: string;
  readonly classes: string;
  readonly from: Period;
  readonly to: Period;
}

/** Gives an explanation from what is held; the caller knows where that lies. */
export type Explainer = (asked: CauseQuestion) => Promise<Explanation>;

/** What the figures say of one cause that a text states. */
export interface WeighedClaim {
  /** Where the claim stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly cause: Cause;
  /** Null where the change it speaks of is not placed, so that nothing can be asked. */
  readonly asked: {
    readonly area: string;
    readonly classes: string;
    readonly from: string;
    readonly to: string;
  } | null;
  readonly standing: Standing;
  readonly share: WeighedCause["share"];
  /** In plain words: what the figures make of the cause, and what would decide. */
  readonly text: string;
}

/**
 * Weighs each cause that a text states against the published figures (docs/methods/explain.md). Only a cause that is
 * one of the ten is weighed; one whose change has no area, class or two periods cannot be told. Each change is
 * explained once, however many causes are stated for it.
 */
export async function weighCauses(
  claims: readonly CheckedClaim[],
  explain: Explainer,
): Promise<readonly WeighedClaim[]> {
  const explained = new Map<string, Promise<Explanation>>();
  const once = (asked: CauseQuestion) => {
    const key = [asked.area, asked.classes, asked.from.label, asked.to.label].join("\n");
    const known = explained.get(key) ?? explain(asked);
    explained.set(key, known);
    return known;
  };
  const weighed: WeighedClaim[] = [];
  for (const claim of claims) {
    const cause = claim.cause?.cause;
    if (cause === undefined || cause === null) continue;
    const asked = questionOf(claim);
    weighed.push(
      asked === null ? unplaced(claim, cause) : told(claim, { cause, asked, explanation: await once(asked) }),
    );
  }
  return weighed;
}

function questionOf({ area, subject, period, basePeriod }: CheckedClaim): CauseQuestion | null {
  const [from, to] = [maybePeriod(basePeriod ?? ""), maybePeriod(period ?? "")];
  if (area === null || subject === null || from === undefined || to === undefined) return null;
  return from.from < to.from ? { area, classes: subject, from, to } : null;
}

function unplaced({ start, end, quote }: CheckedClaim, cause: Cause): WeighedClaim {
  const text =
    "Cannot tell: the text does not say which change of which class in which area, between which two periods.";
  return { start, end, quote, cause, asked: null, standing: "cannot-tell", share: null, text };
}

interface Asked {
  readonly cause: Cause;
  readonly asked: CauseQuestion;
  readonly explanation: Explanation;
}

function told({ start, end, quote }: CheckedClaim, { cause, asked, explanation }: Asked): WeighedClaim {
  const found = explanation.causes.find((each) => each.cause === cause);
  const { area, classes, from, to } = asked;
  return {
    start,
    end,
    quote,
    cause,
    asked: { area, classes, from: from.label, to: to.label },
    standing: found?.standing ?? "cannot-tell",
    share: found?.share ?? null,
    text: sentence(found, asked, explanation),
  };
}

function sentence(found: WeighedCause | undefined, { from, to }: CauseQuestion, explanation: Explanation): string {
  const between = `Of the change from ${sayPeriod(from)} to ${sayPeriod(to)}`;
  if (found === undefined || explanation.verdict === "cannot-tell") {
    return `${between} the figures held cannot tell the causes. ${explanation.because}`;
  }
  if (explanation.verdict === "not-shown") {
    return `${between} it is not shown that it is beyond ordinary variation, so no cause of it is. ${explanation.because}`;
  }
  const rivals = explanation.inseparable.find((group) => group.includes(found.cause));
  return `${between} ${STANDINGS[found.standing](found, rivals ?? [])}`;
}

const STANDINGS: Readonly<Record<Standing, (found: WeighedCause, rivals: readonly Cause[]) => string>> = {
  supported: ({ share }) =>
    share === null
      ? "this cause is supported by the figures held."
      : `this cause is supported by the figures held: ${Math.round(share.low * 100)} to ${Math.round(share.high * 100)} % of it, on a log scale.`,
  possible: ({ decider }) =>
    `this cause may be a part, but the figures held do not show it; what would decide is ${decider}.`,
  "ruled-out": () => "nothing in the figures held points to this cause.",
  "cannot-tell": ({ cause, decider }, rivals) => {
    const others = rivals.filter((each) => each !== cause).map((each) => each.replaceAll("-", " "));
    const apart =
      others.length === 0
        ? "this cause cannot be told from others"
        : `this cause cannot be told from ${others.join(", ")}`;
    return `${apart} with the figures held; what would decide is ${decider}.`;
  },
};
