import type { CheckedClaim } from "./checked.ts";

/** Where and when a review was made, and of which text. */
export interface ReviewOptions {
  /** Address of the page with the findings; null when it has none. */
  readonly url: string | null;
  /** SHA-256 of the text in hexadecimal. */
  readonly textDigest: string;
  /** Day of the review, `YYYY-MM-DD`. */
  readonly datePublished: string;
  /** Who reviews. */
  readonly author?: string;
  /** Day the text was written, where it is known. */
  readonly dated?: string | undefined;
}

/** A claim's review as https://schema.org/ClaimReview describes it. */
export interface ClaimReview {
  readonly "@context": "https://schema.org";
  readonly "@type": "ClaimReview";
  readonly url?: string;
  readonly datePublished: string;
  readonly author: { readonly "@type": "Organization"; readonly name: string };
  /** The words of the claim, exactly. */
  readonly claimReviewed: string;
  readonly itemReviewed: {
    readonly "@type": "Claim";
    readonly appearance: {
      readonly "@type": "CreativeWork";
      readonly identifier: {
        readonly "@type": "PropertyValue";
        readonly propertyID: "SHA-256";
        readonly value: string;
      };
      readonly datePublished?: string;
    };
  };
  readonly reviewRating: {
    readonly "@type": "Rating";
    readonly ratingValue: number;
    readonly bestRating: 5;
    readonly worstRating: 1;
    readonly alternateName: string;
    readonly ratingExplanation: string;
  };
}

/** The published scale; meaning and reasons: docs/methods/claims-answer.md. */
export const RATINGS = {
  1: "The arithmetic does not hold",
  2: "Recorded figures differ",
  3: "Cut off, not rounded",
  4: "The arithmetic holds",
  5: "Recorded figures agree",
} as const;

/** The same scale in words for a date of law. */
export const DATE_RATINGS = { 2: "The law has another date", 5: "The date is as the law has it" } as const;

/** One review for each claim that has a verdict; what cannot be told is not rated. */
export function claimReviews(checked: readonly CheckedClaim[], options: ReviewOptions): ClaimReview[] {
  return checked.flatMap((claim, i) => {
    const rating = ratingOf(claim);
    return rating === null ? [] : [review(claim, rating, { ...options, number: i + 1 })];
  });
}

function ratingOf({ kind, arithmetic, figures }: CheckedClaim): keyof typeof RATINGS | null {
  if (kind === "cause") return null;
  if (arithmetic === "inconsistent") return 1;
  if (figures.status === "differs") return 2;
  if (arithmetic === "truncated") return 3;
  if (figures.status === "agrees") return 5;
  return arithmetic === "consistent" ? 4 : null;
}

function review(
  { quote, kind, finding }: CheckedClaim,
  rating: keyof typeof RATINGS,
  {
    url,
    textDigest,
    datePublished,
    dated,
    author = "Throughline",
    number,
  }: ReviewOptions & { readonly number: number },
): ClaimReview {
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    ...(url === null ? {} : { url: `${url}#claim-${number}` }),
    datePublished,
    author: { "@type": "Organization", name: author },
    claimReviewed: quote,
    itemReviewed: {
      "@type": "Claim",
      appearance: {
        "@type": "CreativeWork",
        identifier: { "@type": "PropertyValue", propertyID: "SHA-256", value: textDigest },
        ...(dated === undefined ? {} : { datePublished: dated }),
      },
    },
    reviewRating: {
      "@type": "Rating",
      ratingValue: rating,
      bestRating: 5,
      worstRating: 1,
      alternateName: kind === "date" && (rating === 2 || rating === 5) ? DATE_RATINGS[rating] : RATINGS[rating],
      ratingExplanation: finding,
    },
  };
}
