import type { Standing } from "./claim.ts";
import type { Surroundings } from "./place.ts";

interface Told {
  readonly start: number;
  readonly end: number;
  readonly isNamed: boolean;
  readonly isDated: boolean;
  readonly isNoun: boolean;
}

/** How the stretch of a claim stands in its sentence; `text` is the whole text. */
export function standingOf({ start, end, ...told }: Told, around: Surroundings, text: string): Standing {
  const { sentence, drawn, speaksOfElsewhere } = around;
  const lead = drawn.slice(0, Math.max(0, start - sentence.start));
  return {
    sentence: sentence.nth,
    paragraph: sentence.paragraph,
    isNamed: told.isNamed,
    isDated: told.isDated,
    isTimed: OTHER_TIME.test(text.slice(sentence.start, sentence.end)),
    isElsewhere: speaksOfElsewhere,
    isOfNation: NATION.test(text.slice(sentence.start, sentence.end)),
    pointsBack: POINTS.test(lead) || (told.isNoun && SHORT_LEAD.test(lead) && DEFINITE.test(lead)),
    isDoubted: DOUBT.test(text.slice(Math.max(0, start - 60), start)) || DOUBT_BEHIND.test(text.slice(end, end + 60)),
    total: totalAt(text.slice(Math.max(sentence.start, start - 40), end), text.slice(end, end + 30)),
    behind: text.slice(end, end + 15),
    isRest: REST.test(text.slice(Math.max(sentence.start, start - 30), end)),
    isDenied: DENIED.test(text.slice(start, Math.min(sentence.end, end + 90))),
  };
}

function totalAt(before: string, behind: string): Standing["total"] {
  if (
    /\b(?:making|giving|giving us|for|together|or|that is|came to|comes to|,|^)\W*(?:a |an |the )?(?:grand |overall |combined )?total(?:s|led|ling)?\b(?: (?:of|is|was))?\W*[^.;]{0,20}$/i.test(
      before,
    )
  )
    return "behind";
  if (/^[^.;\d]{0,25}\b(?:in total|in all|altogether|all told|combined|all together)\b/i.test(behind)) return "behind";
  return /\b(?:total|altogether|in all)\b[^.;]{0,30}$/i.test(before) ? "before" : null;
}

const NATION =
  /\b(?:nationally|nationwide|across the (?:country|nation|UK)|national (?:average|figures?|total|rate)|in the UK)\b/i;
const REST = /\b(?:remaining|remainder|rest|other)\b/i;
const DENIED = /\b(?:without|not|no|never|un(?:solved|charged|detected|reported)|n't)\b/i;

/** Nothing of its own before it: no number, no subject, no other matter. */
const POINTS =
  /^[^a-z§#%¤×¶@~]*(?:(?:and|but|so|or|yes|no|well|in other words|in short|put another way|over(?:all)?|together|in (?:all|total)),? )*(?:(?:that|this|it|which|these|they)(?:'s| (?:[a-z'-]+ ){0,5})?(?: ?an?| ?the)? ?|(?:an?|the|up|down|equal to|equivalent to|representing) (?:[a-z-]+ ){0,2})?$/i;
const SHORT_LEAD = /^[^#%¤×¶§;]{0,70}$/;
const DEFINITE = /\b(?:the|this|that|these) (?:[a-z-]+ )?$/i;
const OTHER_TIME =
  /\bsince\b|\bdecades?\b|\b(?:quarter|(?<!\b(?:twelve|12)[ -])months?|weeks?|half[- ]year|season|summer|winter|autumn|spring|christmas|lockdown|weekend|so far|to date|(?<!\d )(?:january|february|march|april|june|july|august|september|october|november|december))\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|(?!12)\d+)[ -](?:years?|months?|weeks?|quarters?)\b/i;
const DOUBT =
  /\b(?:not|never|misleading|wrong|wrongly|false|falsely|incorrect(?:ly)?|untrue|claim going round)\b[^.;]*$/i;
const DOUBT_BEHIND =
  /\b(?:nope|nothing of the (?:kind|sort)|not (?:so|true)|wrong|wrongly|false|misleading|incorrect|untrue|in (?:actual )?fact)\b/i;
