import type { ReadClaim } from "./claim.ts";

/**
 * Claims that tell of one change from sentence to sentence: “There were 340. That is 213 more than in 2016. It is a
 * rise of 168%.” Each group of claims is held together with those before it that it points back to.
 */
export function chainsOf(claims: readonly ReadClaim[]): Map<number, readonly ReadClaim[]> {
  const chains = new Map<number, readonly ReadClaim[]>();
  const withLevels = new Set(claims.filter(hasLevel).map(({ standing }) => standing?.sentence));
  let chain: readonly ReadClaim[] = [];
  for (const members of Map.groupBy(claims, (claim) => claim.group).values()) {
    chain =
      !withLevels.has(members[0]?.standing?.sentence) && goesOn(chain, members) ? [...chain, ...members] : members;
    for (const { group } of chain) chains.set(group, chain);
  }
  return chains;
}

function goesOn(chain: readonly ReadClaim[], [head, ...others]: readonly ReadClaim[]): boolean {
  const last = chain.at(-1);
  const [here, there] = [head?.standing, last?.standing];
  if (head === undefined || last === undefined || here === undefined || there === undefined) return false;
  if (!here.pointsBack || here.isElsewhere || last.rule === "compared-number" || here.sentence - there.sentence !== 1)
    return false;
  if (here.paragraph - there.paragraph > 1 || head.unit !== last.unit || !isSameThing(chain, head)) return false;
  const told = new Set(chain.flatMap(rolesOf));
  return [head, ...others].flatMap(rolesOf).every((role) => DERIVED.has(role) && !told.has(role));
}

/** A sentence with levels of its own speaks of them. */
function hasLevel({ values }: ReadClaim): boolean {
  return values.some(({ role }) => role === "from" || role === "to" || role === "count");
}

const DERIVED = new Set(["percent", "difference", "ratio"]);
const OF_PARTS = new Set(["share", "rate", "base"]);

function rolesOf({ values, rule }: ReadClaim): string[] {
  if (rule.includes("range") || rule.includes("fraction")) return ["share"];
  return values.map(({ role }) => (role === "count" ? "to" : role));
}

function isSameThing(chain: readonly ReadClaim[], head: ReadClaim): boolean {
  return chain.every(
    (claim) =>
      (head.standing?.isNamed !== true || claim.subject === head.subject) &&
      !rolesOf(claim).some((r) => OF_PARTS.has(r)),
  );
}
