import type { SentenceSketch } from "./sentence-sketch.ts";
import { matchesOf } from "./matches.ts";
import { CRIME_NOUN, DOWN, MOVE_NOUN, MOVE_VERB } from "./words.ts";
import type { Wordy } from "./wordy.ts";

/** Directions stated without a number: “burglary fell significantly”, “remained stable”, “no significant change”, “a sharp rise in stalking”. */
export function trendsIn({ drawn, start }: SentenceSketch): Wordy[] {
  if (!HINT.test(drawn)) return [];
  const found = PATTERNS.filter(({ needs }) => needs.test(drawn)).flatMap(({ rule, pattern }) =>
    matchesOf(drawn, pattern).map((match) => ({ rule, at: match.index, words: match[0] })),
  );
  return found
    .filter(({ rule, at, words }) => isTrend(drawn, rule, [at, at + words.length]))
    .toSorted((a, b) => a.at - b.at || b.words.length - a.words.length)
    .filter(({ at }, i, all) => all.slice(0, i).every((other) => at >= other.at + other.words.length))
    .map(({ rule, at, words }) => ({
      kind: "trend" as const,
      rule,
      start: start + at,
      end: start + at + words.length,
      direction: FLAT.test(words) ? null : DOWNWARD.test(words) ? ("down" as const) : ("up" as const),
      values: [],
    }));
}

/** A move with its number is no trend, nor one that is only put down to a cause, asked about or wished for. */
function isTrend(drawn: string, rule: string, [start, end]: readonly [number, number]): boolean {
  const words = drawn.slice(start, end);
  const before = drawn.slice(Math.max(0, start - 90), start);
  if (rule === "trend-verb" && !HEADED_BEFORE.test(drawn.slice(Math.max(0, start - 100), start))) return false;
  const after = drawn.slice(end, end + 75).replace(/\bbut #+/, "but one");
  const isFlat = rule === "trend-level" || rule === "trend-no-change";
  if (!isFlat && !ABOUT.test(drawn.slice(Math.max(0, start - 90), end + 50))) return false;
  if (!isFlat && (NUMBER_AFTER.test(after) || NUMBER_BEFORE.test(before))) return false;
  return (
    !NOT_SAID.test(before) &&
    !OPINION.test(before) &&
    !(rule === "trend-noun" && DETERMINED.test(before)) &&
    !(rule === "trend-verb" && NOUN_LIKE.test(words) && ARTICLE.test(before)) &&
    !OF_OTHER.test(before) &&
    !(rule === "trend-verb" && DESCRIBES.test(drawn.slice(start, end + 30))) &&
    !CAUSE_AFTER.test(after) &&
    !/\?\s*$/.test(drawn.slice(end).split(/[.!\n]/)[0] ?? "")
  );
}

const ADVERB =
  "(?:sharply|significantly|slightly|steadily|markedly|dramatically|steeply|substantially|considerably|again|further|year on year|rapidly|overall|too|as well|every year|since @+|through the roof)";
const AUX =
  "(?:has|have|had|is|are|was|were|been|being|continue[sd]?|continuing|continues to|continued to|began|begun|started|also|now|still|all|both|since|steadily|sharply|slowly|again|not|to|be|keep|kept|keeps)";
const FINITE =
  "rose|fell|grew|climbed|dropped|declined|soared|surged|increased|decreased|plunged|plummeted|rocketed|jumped|spiked|dipped|tumbled|slumped|climbs?|rises|falls|soars?|surges|drops|jumps|plunges|crept (?:up|down)|edged (?:up|down)|inched (?:up|down)|ticked (?:up|down)|risen|fallen|grown|soaring|rising|falling|climbing|increasing|decreasing|declining|dropping|growing|gone up|gone down|going up|going down|goes up|goes down|went up|went down|come down|coming down|came down|rise|fall|increase|decrease|grow|skyrocketed|sky-?rocketing|escalated|escalating|worsened|worsening|getting worse|improved|shot up|ballooned|mushroomed|exploded|shrunk|shrank|eased|levell?ed off|plateaued|stabilised|stabilized|nosedived|slid|mounting|doubled up|creeps? (?:up|down|back up)|edges? (?:up|down)|edging (?:up|down)|inch(?:es)? (?:up|down)|ticks? (?:up|down)|nudged? (?:up|down)|tailed off|tailing off|levell?ed out|flattened(?: out| off)?|subsided|receded|bounced back|crept back up|snowballed";
const SIZE =
  "(?:sharp|steep|significant|big|large|small|slight|dramatic|marked|worrying|welcome|huge|massive|steady|staggering|alarming|overall|further|general|continued|notable|substantial|downward|upward|real|shocking|considerable|modest|rapid|year-on-year|clear|sustained|gradual|seasonal|concerning|exponential|noticeable)";
const WHAT = `(?:§+|${CRIME_NOUN}\\b)`;
const HEADED = `(?:§+|\\b(?:${CRIME_NOUN}|figures?|numbers?|rates?|violence|levels?|it|both|they|these|reporting|recorded|totals?|trend|problem|volume|prevalence|demand|count)\\b)`;

const HEADED_BEFORE = new RegExp(`${HEADED}[^.;#%]{0,70}$`, "i");

/** A quick look goes first: for a word without which the pattern cannot hold. */
const PATTERNS: readonly { readonly rule: string; readonly pattern: RegExp; readonly needs: RegExp }[] = [
  {
    rule: "trend-verb",
    pattern: new RegExp(`(?<=[\\s(])(?:${AUX} )*(?:${FINITE})\\b(?: ${ADVERB})*`, "gi"),
    needs: new RegExp(`[\\s(](?:${FINITE})\\b`, "i"),
  },
  {
    rule: "trend-particle",
    pattern: new RegExp(
      `(?:\\b(?:is|are|was|were|remain(?:s|ed)?|still|sharply|well) (?:also |now |still |sharply |slightly |well |broadly |significantly |all |both )?|(?<=§ |\\b(?:rates?|figures|numbers|levels|crimes?|offences|reports|burglaries|robberies|thefts|assaults|murders|stabbings|attacks|arrests) ))(?:up|down|higher|lower)\\b(?! (?:to|for)\\b)(?: ${ADVERB})*`,
      "gi",
    ),
    needs: /\b(?:up|down|higher|lower)\b/i,
  },
  {
    rule: "trend-on-the-rise",
    pattern:
      /\b(?:(?:is|are|was|were|remains?) )?on (?:the|a) (?:[a-z]+ )?(?:rise|increase|up|wane|decline|decrease|trajectory)\b|\bheading (?:up|down|in the (?:right|wrong) direction)\b|\bthrough the roof\b|\b(?:more|less) (?:common|prevalent|frequent|widespread)\b/gi,
    needs: /\b(?:on the|on a|heading|roof|more|less)\b/i,
  },
  {
    rule: "trend-noun",
    pattern: new RegExp(
      `(?:\\ban? (?:${SIZE},? )*|(?<=^\\W*)|(?<=\\b(?:welcomes?|sees?|reports?|shows?|showed|hails?|records?|recorded|saw|seen|despite|amid|been) )(?:an? )?(?:${SIZE} )*|\\b${SIZE} )(?:${MOVE_NOUN})(?: in| of)(?: (?:the )?(?:number|numbers|rate|level|levels|proportion|volume|reports|reporting)(?: of)?)?(?: [a-z]+){0,2}? ?${WHAT}`,
      "gi",
    ),
    needs: new RegExp(`${MOVE_NOUN} (?:in|of)\\b`, "i"),
  },
  {
    rule: "trend-nouns",
    pattern: new RegExp(
      `(?:\\b${SIZE} )*\\b(?:rises|increases|falls|decreases|reductions|drops|declines|jumps|spikes|upsurges?|upturns?)(?: also| both)? in(?: (?:the )?(?:number|numbers|rate|rates|level|levels|reports)(?: of)?)?(?: [a-z-]+){0,3}? ?${WHAT}`,
      "gi",
    ),
    needs: /s(?: also| both)? in\b|\bup(?:surge|turn) in\b/i,
  },
  {
    rule: "trend-seen",
    pattern: new RegExp(
      `\\b(?:shows?|showed|showing|saw|seen|sees?|registered|recorded|experienced) (?:also )?(?:an? )?(?:(?:also|some|marked|annual) |${SIZE} )*(?:rises?|increases?|falls?|decreases?|reductions?|drops?|declines?|jumps?|spikes?)\\b(?! in\\b(?! (?:@|the (?:last|past|same|year|month|quarter))))(?! (?:of|by|from)\\b)`,
      "gi",
    ),
    needs: /\b(?:sees?|seen|saw|show|recorded|registered|experienced)/i,
  },
  {
    rule: "trend-fewer",
    pattern: new RegExp(
      `(?:(?<=^\\W*)|\\b(?:sees?|saw|were|are|seen|is|been|had) |, )(?:fewer|more|less) (?!(?:serious|severe|complex|recent|historic|than|and)\\b)(?:[a-z]+ )?${WHAT}(?! (?:than|to|were|are|is|will|feel|felt|come|came|coming|have|now|may|might|could)\\b)`,
      "gi",
    ),
    needs: /\b(?:fewer|more|less) /i,
  },
  {
    rule: "trend-level",
    pattern:
      /\b(?:has |have |had |is |are |was |were |been )*(?:(?:appears?|seems?) to have |to have )?(?:remain(?:s|ed|ing)?|stayed|stays|held|kept|broadly|largely|relatively|roughly|almost|virtually|essentially|about|little) (?:(?:at|at a|similar|much|broadly|relatively|fairly|largely|roughly|very|statistically|the|more or less|essentially|stubbornly|consistently) )*(?:stable|steady|flat|unchanged|changed|constant|level|similar|the same|same|low|high|static)(?: levels?)?\b|\b(?:was|were|is|are|has been|have been|to have been|had been) (?:flat|unchanged|stable|level|static|steady|similar)\b|\bat (?:much |roughly |about |around |broadly )?the same (?:rate|level|pace) (?:as|since)\b|\b(?:back|returned|returning) (?:to|at) (?:pre-(?:pandemic|covid|lockdown)|previous|normal|former)(?: \w+)? levels\b|\b(?:above|below) pre-(?:pandemic|covid|lockdown) levels\b/gi,
    needs: /\b(?:changed|constant|flat|high|levels?|low|same|similar|stable|static|steady|unchanged)/i,
  },
  {
    rule: "trend-no-change",
    pattern:
      /\b(?:there (?:was|were|has been|is) |shows? |showed |with |see(?:s|n)? |found )?(?:no|little|hardly any|not much|without) (?:such |statistically )?(?:significant |real |overall |discernible |measurable |marked |clear )*(?:change|difference|movement|increase|decrease|rise|fall)s?\b|\b(?:did|does|has|have|do) ?(?:n[o']t|not) (?:move|change|increase|rise|fall|decrease)d?n?(?: (?:much|significantly))?\b|\b(?:shows?|showed|showing|with|is|are) no signs? of (?:it |them )?(?:abating|slowing|easing|falling|stopping|letting up|going down|a (?:fall|rise|let-?up))\b|\bgone through the roof\b|\b(?:downward|upward|rising|falling) trend\b(?:[^.;#%]{0,40}\bcontinue[sd]?\b)?/gi,
    needs: /\b(?:no|not|little|hardly any|without|through the roof|downward|upward|rising|falling)\b|n[o']t/i,
  },
];

const HINT = new RegExp(
  `\\b(?:${FINITE}|${MOVE_VERB}|${MOVE_NOUN}|common|prevalent|frequent|heading|without|higher|lower|less|fewer|more|remain\\w*|stayed|held|flat|stable|steady|unchanged|change|changed|move|trend|roof|similar|going|gone|come|coming|low|difference|same|levels|signs?)\\b`,
  "i",
);
const ABOUT = new RegExp(`§|\\b(?:${CRIME_NOUN}|figures?|numbers?|violence|crime|survey|prevalence|rates?)\\b`, "i");
const NUMBER_AFTER =
  /^[^.;,]{0,55}?[#%¤×¶]|^,? (?:from|by|to|of|up|down)\b[^.;]{0,30}[#%¤×¶]|^[^.;]{0,14}, (?:from|by|to|up|down|an?)\b[^.;]{0,40}[#%¤×¶]/i;
const NUMBER_BEFORE = /[#%¤×¶][^.;,§]{0,12}$/;
const NOT_SAID =
  /\b(?:if|whether|why|could|would|should|may|might|must|will|can|to|unless|until|when|how|what|because|not|reason for|cause of|behind|explains?|help|expect\w*|likely|want\w*|hope\w*|prevent|like to see)(?: [a-z]+)? $/i;
/** A word that is a noun behind an article. */
const ARTICLE = new RegExp(
  `\\b(?:(?:this|the|that|an[y]|its|their|such|of|for)(?: ${SIZE})?|(?:this|these) [a-z]+) $`,
  "i",
);
const NOUN_LIKE = /^(?:rise|fall|increase|decrease|drop|drops|rises|falls|jumps|surge|decline)$/i;
const DETERMINED = /\b(?:this|the|that|an[y]|its|their|such|of|for)(?: [a-z]+)? $/i;
/** “The chances of being robbed remained low”. */
const OF_OTHER =
  /\b(?:chances?|odds|likelihood|confidence|satisfaction|trust|morale|staffing|budgets?|prices?|pay|waiting times?|response times?)\b[^.;,]{0,40}$/i;
/** “Growing confidence”, “is improved recording”: said of a thing that is no crime. */
const DESCRIBES = new RegExp(
  `^(?:(?:is|are|was|were|by|with|the) )?(?:growing|rising|falling|increasing|declining|soaring|mounting|improved|increased) (?!(?:in|at|by|again|since|across|year|fast|faster|sharply|steadily|slowly|rapidly|overall|too|for|and|but|as|over|on|throughout|despite|everywhere|nationally|locally|every|each|to|after|during|while|when|with|the|this|last|between|from|or|further|significantly|slightly|markedly|dramatically|substantially|considerably|even|still|also|among|within)\\b)(?!§|(?:[a-z]+ )?${CRIME_NOUN}\\b)[a-z]`,
  "i",
);
const OPINION = /\b(?:thought|thinks?|believes?d?|fears?|feels?|felt|worry|worried|perceiv\w+)\b[^.;]{0,40}$/i;
const CAUSE_AFTER =
  /^(?!,? (?:and|but) )[^.;#%]{0,30}?\b(?:because|due to|thanks to|owing to|as a result|on account|is down to|was down to|attribut|caused by|driven by|reflects?|reflecting|may be|is linked|was linked|is partly|was partly)\b/i;
const FLAT =
  /\b(?:stable|steady|flat|unchanged|constant|level|similar|same|change|difference|movement|move|low|high|static)\b/i;
const DOWNWARD = new RegExp(`\\b(?:${DOWN}|fewer|down|downward)\\b`, "i");
