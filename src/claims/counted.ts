import { CRIME_NOUN } from "./words.ts";

/**
 * What the noun phrase behind a number counts, by its head, the last plural before the phrase ends: “60 closed
 * investigations” crime, “218 homicide reviews” other; null where no plural says it, or what stands between may be a verb.
 */
export function countedBehind(after: string): "crime" | "other" | null {
  let head: "crime" | "other" | null = null;
  let isLoose = false;
  let at = 0;
  for (let n = 0; n < MOST_WORDS; n++) {
    const word = WORD.exec(after.slice(at, at + 30))?.[1];
    if (word === undefined || ENDS.test(word)) break;
    at += word.length + 1;
    const isPast = PAST.test(word) && !CRIME.test(word);
    if (isPast && head !== null) break;
    isLoose ||= isPast;
    if (CRIME.test(word) && (PLURAL.test(word) || word.startsWith("§"))) head = "crime";
    else if (PLURAL.test(word)) head = isLoose ? null : "other";
  }
  return head;
}

const MOST_WORDS = 6;
const WORD = /^[ -](§+|[A-Za-z][A-Za-z'-]*)/;
const CRIME = new RegExp(`^(?:§+|${CRIME_NOUN})$`, "i");
const PLURAL = /(?<!s|'|u)s$|^(?:people|men|women|children|police|staff|mice|sheep|cattle)$|§$/i;
/** A past form before the noun describes it; behind it, it is a verb. */
const PAST = /(?:ed|ing)$/i;
/** Words that end a noun phrase, plurals in look only, and the commonest verbs. */
const ENDS =
  /^(?:a|an|the|this|that|these|those|it|its|his|her|their|our|my|your|all|both|each|every|last|next|of|in|on|at|to|by|for|from|with|without|within|across|during|between|among|against|over|under|than|as|per|since|until|after|before|about|into|out|up|down|and|or|but|so|while|when|where|which|who|whom|whose|if|because|is|was|are|were|be|been|has|had|have|does|did|do|can|could|may|might|will|would|should|must|not|no|more|less|fewer|times|also|always|perhaps|plus|minus|versus|vs|thus|yes|now|then|there|here|only|just|too|saw|led|went|came|got|made|took|gave|left|met|fell|rose|ran|won|lost|cost|kept|held|told|said|say|says|felt|found|stood|sat|began|means|ends|leads|includes|involves|shows|remains|compares|makes|represents|series|offences'|ago|apiece|overall|nationally|locally|year's)$/i;
