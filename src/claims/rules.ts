import { ADJECTIVE, CRIME_NOUN, LOOSE, MORE, MOVE, MOVE_NOUN, MOVE_VERB, OTHER_THING, PLACES } from "./words.ts";

/**
 * What stands between two numbers, or beside one, and what that makes of them: regular expressions over the gaps of a
 * sketch (see sketch.ts). A gap holds no number; `@@@@` in it is a period, `§§§§` a subject. Readings that use them: parts.ts.
 */
const anchored = (pattern: string): RegExp => new RegExp(pattern, "i");
const THING = `(?: §+| ${CRIME_NOUN}| ${ADJECTIVE})`;
const LOOSELY = `(?:${LOOSE} )*`;

/** “from ”, “from last year's figure of ”: the number behind it is where a change begins. */
export const FROM_BEFORE = anchored(`\\bfrom\\b(?:(?!\\b(?:to|and|by)\\b)[^,;]){0,45}$`);
/** “to ”, “to a record ”. */
export const TO_BEFORE = anchored(`\\bto\\b(?:(?!\\b(?:from|and|by|in)\\b)[^,;(]){0,30}$`);
/** Behind a change, what it is measured on: “on the ”, “than the ”, “from ”, “compared with ”. */
export const ON_BEFORE = anchored(
  `(?:\\b(?:on|from|(?<!\\b(?:more|less|fewer|greater|higher|lower) )than|(?<=\\b(?:more|less|fewer|higher|lower) )than(?= the\\b)|over|against|versus|vs\\.?|compared (?:with|to|against)|as)\\b(?:(?!\\b(?:to|by|which|when|where|with)\\b)[^,;:#(]){0,45}|\\b(?:the|that|those)(?: previous| last)?(?: [a-z]+'s)?(?: @+)?(?: number| total| figure)?(?: of)? )$`,
);
/** Between two levels: “, up from ”, “ – down on ”, “(an increase on ”. */
export const UP_FROM = anchored(
  `^(?:[^;]{0,70}?|[^;,]{0,130}(?:,| [\\u2013-]|\\() ?)\\b${MOVE}\\b(?:(?!\\b(?:and|while|whereas|but|to)\\b)[^,;§]){0,30}?\\b(?:from|on|compared (?:with|to))\\b(?:(?!\\b(?:and|while|to)\\b)[^;,]){0,40}$`,
);
/** Between two levels: “, rising to ”, “ in 2016, up to ”. */
export const RISING_TO = anchored(
  `^[^;§]{0,50}?\\b(?:${MOVE_VERB})\\b(?:(?!\\b(?:and|while|from)\\b)[^;,§]){0,25}?\\bto\\b(?:(?!\\b(?:and|by)\\b)[^;,§]){0,25}$`,
);
/** “4,300 to 3,400” in brackets, “6,204 -> 3,847”. */
export const BARE_TO = anchored(`^(?:${THING}){0,2} ?(?:to|->|=>|\\u2192|\\u2013) ?${LOOSELY}$`);
/** “at 354 (402)”: the earlier level in brackets. */
export const IN_BRACKETS = anchored(`^(?:${THING}){0,2} \\(${LOOSELY}$`);
export const BRACKET_ENDS = /^(?: (?:in|for) @+)?\)/;
export const AT_BEFORE = anchored(`\\b(?:at|to) ${LOOSELY}$`);
/** “cases go 1,700 to 9,000”. */
export const GOES_BEFORE = anchored(`\\b(?:go|goes|went|gone|going) ${LOOSELY}$`);
/** “1,135 → 3,941”: an arrow is a change, whatever stands before it. */
export const ARROW = anchored(`^ ?(?:->|=>|[\\u2192\\u27a1\\u279c]\\ufe0f?) ?${LOOSELY}$`);
export const BETWEEN_BEFORE = anchored(`\\b(?:between|rang(?:ed|es|ing)(?: from| between)?) ${LOOSELY}$`);
export const AND_ONLY = anchored(`^ ?(?:and|to|\\u2013|or|-) ?${LOOSELY}$`);

/** “ of the ”, “ out of ”, “ of these ” between a part and its whole. */
export const OF_WHOLE = anchored(
  `^(?:${THING}){0,3} (?:out )?of(?: (?:the|these|those|all|our|its|some|a total of))*(?: [A-Z][a-z]+'s?| borough's| force's)? $|^ ?\\/ ?$`,
);
/** “Four policing districts out of eleven”. */
export const PLACES_OF = anchored(`^ (?:[a-z]+ )?${PLACES} (?:out )?of (?:the |all )*$`);
/** “in the 31 forces that”, “212 officers, down from”: no level of crime. */
export const COUNTS_OTHERS = anchored(`^(?: [a-z-]+){0,2}? (?:${PLACES}|${OTHER_THING})\\b`);
/** A crime or a semicolon between two numbers: another matter begins. */
export const OTHER_MATTER = new RegExp(`[;§]|\\b(?:${CRIME_NOUN})\\b`, "i");
/** “52,118, having been 36,344”. */
export const HAVING_BEEN = anchored(`^(?:${THING}){0,3},? having (?:been|stood at|numbered) ${LOOSELY}$`);
/** “Of 388 reports …, 309 ”: the whole first. */
export const OF_FIRST = anchored(`(?:^\\W*|[.;:(]\\s*)Of (?:the |these |those |all |all the |a total of )?${LOOSELY}$`);

/** The number itself is a move: “ more than”, “% rise”, “ further cases”. */
export const MOVE_AFTER = anchored(
  `^(?! (?:and|of)\\b)(?:[ -](?:§+|${CRIME_NOUN}|${ADJECTIVE}|year[- ]on[- ]year|yearly|annual|overall|sharp|steep|slight|small|big|large|national|real|terms|month[- ]on[- ]month)){0,4}[ -]'?(?<word>${MORE}|${MOVE_NOUN}|up|down|(?:above|below)(?= (?:the|last|that|its|what|their)\\b))\\b(?! to\\b(?! (?:${LOOSE} )*$)|(?<=\\b(?:up|down)) to\\b| and running| as | ?: | or (?:more|less))(?! (?:serious|severe|complex|vulnerable|likely|confident|willing|in line|victims feel))`,
);

/** “ per 1,000 ”, “ a day”, “ crimes for every ”. */
export const RATE_PER = anchored(
  `^(?:[ -](?:§+|${CRIME_NOUN}|${ADJECTIVE}|women|men|people|were|was|is|are|recorded|killed|victims))*? ?(?:per|for every|in every|out of every|to every)(?: ${LOOSE})? $`,
);
export const RATE_TIME = anchored(
  `^(?:[ -](?:§+|${CRIME_NOUN}|${ADJECTIVE}|women|men|people|children|were|was|are|is|being|now|recorded|reported|committed|logged|received|happen|happening|killed|stalked|harassed|raped|assaulted|robbed|burgled|attacked|abused|strike|strikes|on average)){0,5},? (?:(?:on average |an average of )?(?:a|an|each|every|per|one every) (?:single )?(?:day|hour|week|month|minute|fortnight|night|head|person|resident|officer)\\b|(?:daily|weekly|monthly)\\b|each day|per (?:head|capita))`,
);
/** “one every three days”. */
export const RATE_EVERY = anchored(`^(?:[ -](?:§+|${CRIME_NOUN}|${ADJECTIVE}|woman|man|person)){0,3} (?:every|each) $`);
export const RATE_BASE_TIME = anchored(`^(?: [a-z]+)? ?(?:days|hours|weeks|minutes|months|seconds)\\b`);

/** “(” or “, or ” and nothing more before a percentage: it says the number before it over again. */
export const BESIDE = anchored(
  `^[^;:]{0,60}?(?:\\(|[ ,]or |= ?)(?:(?:or|up|down|i\\.e\\.|that is|equal to|equivalent to|representing|a|an|[+\\u2013-]) ?)*${LOOSELY}$`,
);
export const BESIDE_BARE = anchored(
  `^(?:[^;:,(]{0,30}?(?: [\\u2013-] ?|, ?)(?:or |i\\.e\\. |that is )?|[^;:,(]{0,60}? ?\\((?:or |up |down |a |an |i\\.e\\. |[+\\u2013-])?)${LOOSELY}$`,
);
/** What moves next, said of the level before: “ arrests, up by ”, “ (down ”. */
export const THEN_MOVED = anchored(
  `(?:^|[,(\\u2013-]) ?(?:which (?:is|was) |that is |this is )?(?:${MOVE_VERB})(?: by)? ${LOOSELY}$`,
);
export const NOUN_MOVED = anchored(
  `\\b(?:a|an|the|this|that|represents?|representing|equates? to|is|was) (?:[a-z-]+ ){0,3}(?:${MOVE_NOUN})\\b[^,;]{0,40}$`,
);
/** “up more than a third – 37%, no less”: the move again, in figures. */
export const APPOSED = /^ ?[\u2013(,-] ?(?:or |that is |by )?$/;
export const LISTED = anchored(
  `^(?: (?:in|for|on|over|since) (?:@+|§+|[^#%,;]{1,25}?))?(?:,|,? and|,? or)(?: (?:in|over|since) [^#%,;]{1,25}?)?(?: (?:by|of|for))?(?: the| a)? ${LOOSELY}$`,
);
/** “Kent's rose by 9 per cent, Surrey's 7 per cent”, “against 15% nationally”. */
export const NAMED_NEXT =
  /^(?: (?:in|for) [A-Z][\w' ]{2,25})?,? ?(?:and |while |with |in |against |compared (?:with|to) )*(?:[A-Z][\w']+ ){0,3}(?:by )?(?:about |around |nearly |just )?$/;
/** “by 21%”: a percentage behind “by” is a move, where its verb was not read. */
export const BY_BEFORE = anchored(`\\bby ${LOOSELY}$`);
/** Turns to another matter. */
export const TURNS =
  /[;]|\b(?:while|whereas|whilst|but|although|though|meanwhile|however|nationally|elsewhere|followed|then|after|before|respectively|separately|and that)\b|\band\b[^,]*§|§[^#%]*\band\b/i;
/** “The rate for England and Wales was 2.1”. */
export const RATE_NAMED = anchored(
  `\\b(?<!charge |conviction |detection |outcome |clear[- ]up )(?:rates?|average)\\b[^.;#%]{0,45}$`,
);
/** “The rate per 1,000 people in the year was 60.3 crimes”. */
export const RATE_PER_NAMED = /\brates? [^.;#]{0,25}\bper #+[^.;#]{0,80}$/i;
/** “compared with 1,406”: the earlier level, or another's. */
export const COMPARED_BEFORE = anchored(
  `\\b(?:compared (?:with|to|against)|compares (?:with|to)|against|versus|vs\\.?|up on|down on|from)\\b(?:(?!\\b(?:to|and|by)\\b)[^,;#]){0,35}$`,
);
/** “18% or 390”: the same in other units. */
export const OR_BEFORE = /^,? ?(?:or|\() ?(?:by |about |around |nearly |almost |some |over |just over |just under )?$/i;
/** “Has fallen below one in ten”: a level. */
export const FALLEN_TO = /\b(?:below|under|to|above) (?:just |about |around |nearly |almost |only )*$/i;
export const PER_BEFORE = anchored("\\b(?:per|every|each) $");
export const EVERY_BEFORE = anchored("\\b(?:an?|another) [a-z§' -]{3,70}\\bevery $");
export const TO_ONLY = anchored(" ?to ?$|^ ?\\u2013 ?$");
/** “(1,204 compared to 1,075)” behind a move. */
export const COMPARED_ONLY = anchored(
  `^(?:${THING}){0,2},? (?:compared (?:to|with)|against|versus|vs?\\.?|from|up from|down from) ${LOOSELY}$`,
);
