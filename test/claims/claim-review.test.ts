import { describe, expect, test } from "vitest";
import { z } from "zod";
import { claimReviews, DATE_RATINGS, RATINGS } from "../../src/claims/index.ts";
import { checkAgainst } from "./held.ts";

/** What schema.org and its readers ask of a ClaimReview; nothing beside it. */
const CLAIM_REVIEW = z.strictObject({
  "@context": z.literal("https://schema.org"),
  "@type": z.literal("ClaimReview"),
  url: z.url().optional(),
  datePublished: z.iso.date(),
  author: z.strictObject({ "@type": z.literal("Organization"), name: z.string().min(1) }),
  claimReviewed: z.string().min(1),
  itemReviewed: z.strictObject({
    "@type": z.literal("Claim"),
    appearance: z.strictObject({
      "@type": z.literal("CreativeWork"),
      identifier: z.strictObject({
        "@type": z.literal("PropertyValue"),
        propertyID: z.literal("SHA-256"),
        value: z.string().regex(/^[0-9a-f]{64}$/),
      }),
      datePublished: z.iso.date().optional(),
    }),
  }),
  reviewRating: z.strictObject({
    "@type": z.literal("Rating"),
    ratingValue: z.int().min(1).max(5),
    bestRating: z.literal(5),
    worstRating: z.literal(1),
    alternateName: z.enum([...Object.values(RATINGS), ...Object.values(DATE_RATINGS)]),
    ratingExplanation: z.string().min(1),
  }),
});

const OPTIONS = { url: null, textDigest: "0".repeat(64), datePublished: "2020-03-01" } as const;

describe("claimReviews(checked, {url, textDigest, datePublished, author})", () => {
  test.each([
    [1, {}, "Burglary in Mockton rose from 100 in 2018 to 150 in 2019, an increase of 90%."],
    [2, { robbery: { "2018": 276, "2019": 330 } }, "Robbery in Mockton rose from 276 in 2018 to 318 in 2019."],
    [
      3,
      {},
      "There were 340 cases of stalking in Mockton in 2019 - 213 more when compared to 2018 - an increase of 167%.",
    ],
    [4, {}, "Robbery in Mockton rose from 276 in 2018 to 318 in 2019."],
    [5, { robbery: { "2018": 276, "2019": 318 } }, "Robbery in Mockton rose from 276 in 2018 to 318 in 2019."],
  ] as const)("rates %i with its published words", async (rating, counts, text) => {
    const { claims } = await checkAgainst(counts, text);
    const reviews = claimReviews(claims, OPTIONS).map((each) => CLAIM_REVIEW.parse(each));
    const [gravest] = reviews.toSorted((a, b) => a.reviewRating.ratingValue - b.reviewRating.ratingValue);
    expect(gravest?.reviewRating).toMatchObject({ ratingValue: rating, alternateName: RATINGS[rating] });
    expect(text).toContain(gravest?.claimReviewed);
  });

  test("does not rate what cannot be told", async () => {
    const { claims } = await checkAgainst({}, "There were 12 burglaries. Robbery in Mockton rose by 15% in 2019.");
    expect(claims.length).toBeGreaterThan(0);
    expect(claimReviews(claims, OPTIONS)).toEqual([]);
  });

  test("rates a date of law in words of its own, and a stated cause not at all", async () => {
    const { claims } = await checkAgainst(
      {},
      "Stalking became a specific offence in November 2012. Robbery in Mockton rose from 276 in 2018 to 318 in 2019. Chief Constable Ada Mockname said the rise was due to better recording.",
    );
    expect(claims.map(({ kind }) => kind)).toContain("cause");
    const reviews = claimReviews(claims, OPTIONS).map((each) => CLAIM_REVIEW.parse(each));
    expect(reviews.map(({ reviewRating }) => reviewRating.alternateName)).toEqual([DATE_RATINGS[5], RATINGS[4]]);
  });

  test("leads to the finding on the page, and says who reviews and when the text was written", async () => {
    const { claims } = await checkAgainst(
      {},
      "There were 12 burglaries. Robbery in Mockton rose from 276 in 2018 to 318 in 2019.",
    );
    const url = "http://127.0.0.1:3000/check/abc";
    const [review] = claimReviews(claims, { ...OPTIONS, url, dated: "2020-02-07" });
    expect(CLAIM_REVIEW.parse(review)).toMatchObject({
      url: `${url}#claim-2`,
      author: { name: "Throughline" },
      itemReviewed: { appearance: { datePublished: "2020-02-07" } },
    });
  });
});
