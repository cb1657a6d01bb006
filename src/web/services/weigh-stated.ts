import { UserError } from "../../base/index.ts";
import { type CheckedClaim, type WeighedClaim, weighCauses } from "../../claims/index.ts";
import { builtInQuestion, explain } from "../../explain/index.ts";
import type { Archive } from "../../figures/index.ts";

/** Each change takes part of a second to explain: of a text with more, the first are weighed, the others have their own page. */
const MOST_CHANGES = 3;

/** What the figures make of the causes that a text states for its first few changes. */
export async function weighStated(archive: Archive, claims: readonly CheckedClaim[]): Promise<readonly WeighedClaim[]> {
  const placed = claims.filter(({ cause, basePeriod, area }) => cause?.cause && basePeriod !== null && area !== null);
  const changes = [...new Set(placed.map(changeOf))].slice(0, MOST_CHANGES);
  const weighed: WeighedClaim[] = [];
  for (const change of changes) {
    weighed.push(
      ...(await told(
        archive,
        placed.filter((each) => changeOf(each) === change),
      )),
    );
  }
  return weighed.filter(({ asked }) => asked !== null);
}

function changeOf({ area, subject, basePeriod, period }: CheckedClaim): string {
  return [area, subject, basePeriod, period].join("\n");
}

/** A change that cannot be asked about (a survey, a place that is not held) is not weighed; that is no fault of the text. */
async function told(archive: Archive, claims: readonly CheckedClaim[]): Promise<readonly WeighedClaim[]> {
  try {
    return await weighCauses(claims, async (asked) => explain((await builtInQuestion(archive, asked)).question));
  } catch (cause) {
    if (cause instanceof UserError) return [];
    throw cause;
  }
}
