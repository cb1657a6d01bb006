import type { Direction } from "./claim.ts";

/**
 * A way in which a text states numbers, over a sketch (see sketch.ts). Named groups say what each number is:
 * `from`, `to`, `diff`, `pct`, `times`, `count`, `share`, `base`. Earlier rules win a number that two could have.
 */
export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Marks without which it cannot match. */
  readonly needs: readonly string[];
}

/** Words between two parts of one statement, with no other number among them. */
const gap = (most: number): string => `[^#%¤×;]{0,${most}}?`;
/** The same, without a word that turns to what is compared with: “a rise on last year's figure of 321”. */
const gapWithoutBase = (most: number): string =>
  `(?:(?!\\b(?:on|from|over|against|compared|figure|total|number)\\b)[^#%¤×;]){0,${most}}?`;
/** The same, but a percentage may stand between: “340, up 167% on 127”. */
const gapOverPercent = (most: number): string => `[^#×;]{0,${most}}?`;

const UP_NOUN = "rise|increase|growth|jump|surge|hike|spike|uplift|leap|upturn|gain|climb";
const DOWN_NOUN = "fall|decrease|drop|reduction|decline|dip|cut|slump|downturn|fewer";
const UP =
  `${UP_NOUN}|rises|rose|risen|rising|increases|increased|increasing|grew|grown|growing|grow|jumped|jumping|climbed|climbing|soared|soaring|` +
  "surged|surging|leapt|leaped|(?<!\\b(?:made|makes?|making|ended|picked|summed) )up|rocketed|rocketing|spiked|swelled|gone up|went up|shot up|higher|more|mounted";
const DOWN =
  `${DOWN_NOUN}|falls|fell|fallen|falling|decreases|decreased|decreasing|dropped|dropping|drops|declined|declining|reduced|reducing|down|` +
  "dipped|plunged|plummeted|plunging|slumped|shrank|shrunk|lower|less|halved";
const MOVE = `(?:${UP}|${DOWN})`;
const MOVE_NOUN = `(?:${UP_NOUN}|${DOWN_NOUN})`;
const ON = "(?:from|on|over|than|against|compared (?:with|to|against)|when compared (?:with|to)|versus|vs\\.?)";

/** Things a count of crime counts. */
export const CRIME_NOUN =
  "(?:offences?|offenses?|crimes?|cases?|incidents?|reports?|victims?|complaints?|allegations?|arrests?|charges|prosecutions?|convictions?|" +
  "burglaries|burglary|robberies|robbery|thefts?|assaults?|stabbings?|shootings?|rapes?|murders?|homicides?|killings?|muggings?|attacks?|calls|occurrences)";

/** Heads whose numbers are about something other than crime. */
export const OTHER_NOUN =
  "(?:tax|precept|budget|funding|grant|salary|salaries|pay|wages?|prices?|costs?|population|residents|temperatures?|turnout|satisfaction|confidence|trust|" +
  "staff|officers?|pcsos?|constables?|posts|jobs|members?|membership|visitors?|sales|unemployment|investment|attendance|donations|" +
  "votes|points|goals|pupils|students|homes|houses|households|patients|passengers|flights|trains|cars|vehicles sold|businesses|people taking|followers|shares|profits?|revenue|rent|mortgages?|rainfall|emissions|views|downloads|tickets|seats|beds|fines|roads?)";

const ADJECTIVE =
  "(?:recorded|reported|new|such|further|separate|alleged|hate|violent|serious|sexual|sex|knife|gun|domestic|abuse|police|race|racially|religiously|religious|aggravated|and|or|" +
  "total|confirmed|individual|crime|online|cyber|different|similar|related|homophobic|racist|transphobic|disability|antisocial|anti-social|behaviour|" +
  "non-domestic|residential|vehicle|drug|public|order|999|emergency|unsolved|outstanding|possible|potential|actual|suspected|of|the|these|those|attempted|fresh|extra|criminal)";

const LEVELS = ["#", "%"].flatMap((mark): Rule[] => {
  const suffix = mark === "#" ? "" : "-percent";
  const from = `(?<from>${mark}+)`;
  const to = `(?<to>${mark}+)`;
  return [
    rule(`from-to${suffix}`, `\\bfrom\\b${gap(30)}${from}${gap(70)}\\bto\\b${gap(30)}${to}`),
    rule(`to-from${suffix}`, `\\bto\\b${gap(25)}${to}${gapOverPercent(60)}\\bfrom\\b${gap(30)}${from}`),
  ];
});

const DERIVED: readonly Rule[] = [
  rule(
    "number-more",
    `(?<diff>#+)(?: §+| ${CRIME_NOUN})* (?:more|fewer|less|additional|extra)\\b(?! (?:serious|violent|severe|complex))`,
  ),
  rule("moved-by-number", `\\b${MOVE}\\b${gap(40)}\\bby\\b${gap(25)}(?<diff>#+)`),
  rule("move-of-number", `\\b${MOVE_NOUN}\\b${gapWithoutBase(60)}\\bof\\b(?:${gap(15)} )(?<diff>#+)`),
  rule(
    "up-number",
    `\\b(?:up|down) (?:by )?(?:(?:about|around|nearly|almost|over|more than|some|just) )?(?<diff>#+)(?! ?[)\\d])`,
  ),
  rule("number-move", `\\ba (?<diff>#+)[ -](?:${CRIME_NOUN} )?${MOVE_NOUN}\\b`),
  rule("extra-number", `\\b(?:extra|additional) (?<diff>#+)`),
  rule("moved-by-points", `\\b${MOVE}\\b${gap(60)}(?<points>¤+)`),
  rule("points-move", `(?<points>¤+)${gap(20)}\\b${MOVE}\\b`),
  rule(
    "moved-percent",
    `\\b${MOVE}\\b(?:(?!\\b(?:from|to)\\b)[^#%¤×;,]){0,35}?(?<pct>%+)(?! of (?:all|the|those|these)\\b)`,
  ),
  rule("move-of-percent", `\\b${MOVE}\\b${gapWithoutBase(70)}\\b(?:of|by)\\b${gap(25)}(?<pct>%+)`),
  rule(
    "percent-move",
    `(?<pct>%+)[ -](?:(?:year[ -]on[ -]year|annual|overall|annually|sharp|further|recorded|national) )?${MOVE}\\b`,
  ),
  rule("factor-more", `(?<times>×+) (?:more|higher|greater|bigger|larger)\\b`),
  rule("factor", `(?<times>×+)`),
];

const LEVELS_APART: readonly Rule[] = [
  rule(
    "up-from",
    `(?<to>#+)${gapOverPercent(90)}\\b(?:${MOVE})\\b${gapOverPercent(30)}\\b(?:from|on|compared (?:with|to))\\b${gap(40)}(?<from>#+)`,
  ),
  rule("up-from-percent", `(?<to>%+)${gap(90)}\\b${MOVE}\\b${gap(20)}\\bfrom\\b${gap(30)}(?<from>%+)`),
  rule("recorded-against", `(?<to>#+)${gap(40)}\\brecorded against (?<from>#+)`),
  rule(
    "compared-with",
    `(?<to>#+)${gapOverPercent(90)}\\b(?:compared|compares|versus|vs\\.?|in contrast)\\b(?:,? (?:with|to))?${gap(40)}(?<from>#+)`,
  ),
  rule(
    "against",
    `(?<to>#+)${gapOverPercent(60)}\\bagainst (?:just |only )?(?<from>#+)(?= (?:in |for |during |the |a )?(?:@|year))`,
  ),
  rule(
    "rising-to",
    `(?<from>#+)${gap(60)}\\b(?:rising|increasing|growing|climbing|jumping|soaring|surging|falling|dropping|declining|decreasing)\\b${gapOverPercent(30)}\\bto\\b${gap(25)}(?<to>#+)`,
  ),
  rule("moved-in-brackets", `\\b${MOVE}\\b[^#×;]{0,40}\\((?:from )?(?<from>#+) (?:to|->|\u2192|\u2013) (?<to>#+)\\)`),
  rule(
    "in-and-in",
    `(?<from>#+)[^#%¤×;]{0,50}?(?:\\bin |\\bduring |\\bfor |\\()@+\\)?,?(?: and| but|,| then)?${gap(20)} (?<to>#+)[^#%¤×;]{0,50}?(?:\\bin |\\bduring |\\bfor |\\()@+`,
  ),
  rule("derived-then-to", `(?<of>[#%×]+)${gap(40)}\\bto\\b(?! ?@)${gap(25)}(?<to>#+)`),
  rule("derived-then-the", `(?<of>×+) (?:the|that|those|of the)${gap(15)} (?<from>#+)`),
  rule("derived-then-from", `(?<of>[#%×]+)${gap(70)}\\b${ON}\\b[^#%¤×;,@]{0,45}?(?:@+'s[^#%,@]{0,20})?(?<from>#+)`),
];

const WHOLES: readonly Rule[] = [
  rule("percent-of", `(?<share>%+)${gap(12)} of\\b(?:${gap(25)}(?<base>#+))?`),
  rule("number-of-crime", `(?<count>#+)(?: §+| ${ADJECTIVE}){0,5}?(?: §+| ${CRIME_NOUN}\\b)`),
  rule(
    "crime-stood-at",
    `(?:§+|\\b${CRIME_NOUN}|\\bfigure|\\btotal|\\bnumber)${gap(60)}\\b(?:was|were|stood at|reached|totalled|totaled|hit|came to|numbered|total of|to|at)\\b${gap(15)}(?<count>#+)(?! [a-z]+ed\\b)(?=\\s*(?:[,.;:)\\-\u2013]|$|(?:in|during|last|for|over|per|compared|up|down|and|by|this|between|across|within)\\b|@))`,
  ),
  rule(
    "recorded-number",
    `\\b(?:recorded|received|logged|there were|dealt with|saw|had)\\b(?: (?:just|only|about|around|nearly|almost|over|more than|some|a total of))? (?<count>#+)(?=\\s*(?:[,.;)\\-\u2013]|$|(?:in|during|last|for|over|this|compared|up|down)\\b|@))`,
  ),
  rule(
    "label-number",
    `^[\\s*•·\\-\u2013]*(?:§+|[^#%@.]{0,30}${CRIME_NOUN})(?: §+| ${CRIME_NOUN})*[^#%§.]{0,25}[:|=\u2013-]\\s*(?<count>#+)`,
  ),
];

/** Every rule, in the order in which they may claim a number. */
export const RULES: readonly Rule[] = [...LEVELS, ...DERIVED, ...LEVELS_APART, ...WHOLES];

/** Which way the words of a stretch say that a number moved: by the last such word; null without one. */
export function directionIn(words: string): Direction | null {
  const last = Array.from(words.matchAll(DIRECTION)).at(-1);
  if (last === undefined) return null;
  return last.groups?.["up"] === undefined ? "down" : "up";
}

const DIRECTION = new RegExp(`\\b(?:(?<up>${UP}|rising|trebl|tripl)|(?<down>${DOWN}))\\b`, "gi");

function rule(name: string, pattern: string): Rule {
  const whole = pattern.replaceAll(/\(\?<(\w+)>([#%¤×])\+\)/g, "(?<$1>$2+(?!$2))");
  const needs = Array.from(pattern.matchAll(/\(\?<(?!of|base)\w+>([#%¤×])\+\)/g), ([, mark = ""]) => mark);
  return { name, needs, pattern: new RegExp(whole, "dgi") };
}
