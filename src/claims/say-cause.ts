import type { CheckedClaim } from "./checked.ts";
import { listed, sayQuote } from "./say-claim.ts";

/** What several claims give as one cause, who says it, and on what evidence: `Awareness as a cause: said by …`. */
export function sayCause(claims: readonly CheckedClaim[]): string {
  const [first] = claims;
  if (first === undefined) return "";
  const what = first.cause?.topic ?? sayQuote(first.quote);
  const who = [...new Set(claims.map(sayWho))];
  const evidence = claims.map(({ cause }) => cause?.evidence ?? null).find((each) => each !== null);
  const proof =
    evidence === undefined
      ? "no evidence is given"
      : `${evidence.toLowerCase()} ${evidence.endsWith("s") ? "are" : "is"} mentioned, but not how much that explains`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}, ${said(first)} by ${listed(who)}: ${proof}.`;
}

/** Claims that one sentence can speak of have one key. */
export function causeKey({ cause, quote }: CheckedClaim): string {
  return JSON.stringify([cause?.topic ?? quote, cause?.strength === "denied", cause?.evidence ?? null]);
}

function said({ cause }: CheckedClaim): string {
  return cause?.strength === "denied" ? "ruled out as a cause" : "given as a cause";
}

function sayWho({ cause }: CheckedClaim): string {
  const how = cause === undefined ? "" : STRENGTH[cause.strength];
  return `${cause?.speaker ?? "the text"}${how === "" ? "" : ` (${how})`}`;
}

/** How strongly, where it is not said outright. */
const STRENGTH: Readonly<Record<NonNullable<CheckedClaim["cause"]>["strength"], string>> = {
  is: "",
  likely: "as likely",
  may: "as possible",
  partly: "in part",
  denied: "",
};
