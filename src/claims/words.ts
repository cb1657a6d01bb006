import type { Direction } from "./claim.ts";
import { lastMatch } from "./matches.ts";

/** Words of movement, things that crime counts, heads that are about something else: regular expressions in text form. */
const UP_NOUN =
  "rises?|increases?|growth|jump|surge|hike|spike|uplift|leap|upturn|upsurge|gain|climb|doubling|trebling";
const DOWN_NOUN = "falls?|decreases?|drops?|reductions?|declines?|dip(?! sampl)|cut|slump|downturn";
const UP_VERB =
  "rises|rose|risen|rising|increases|increased|increasing|grew|grown|growing|grow|jumped|jumping|climbed|climbs|climbing|soared|soars|soaring|" +
  "surged|surges|surging|leapt|leaped|(?<!\\b(?:made|makes?|making|ended|picked|summed|backed|follow|followed|split|broken|carried) )(?<![a-z]-)up|rocketed|rocketing|spiked|swelled|shot up|mounted|crept up|crept|ballooned|rocket|rise|increase|climb|surge|soar|jump";
const DOWN_VERB =
  "falls|fell|fallen|falling|decreases|decreased|decreasing|dropped|dropping|drops|declined|declining|reduced|reducing|down|" +
  "dipped|plunged|plunges|plummeted|plunging|slumped|tumbled|shrank|shrunk|dived|nosedived|(?<=\\b(?:was|were|is|are) )back(?= [#%])|fall|drop|decrease|decline|plunge|plummet|slid|slipped|eased";
const UP_MORE = "more|higher|greater|extra|additional|bigger|larger";
const DOWN_MORE = "fewer|less|lower|smaller";

const UP = `${UP_NOUN}|${UP_VERB}|gone up|went up`;
export const DOWN = `${DOWN_NOUN}|${DOWN_VERB}|halved`;
export const MOVE = `(?:${UP}|${DOWN})`;
export const MOVE_NOUN = `(?:${UP_NOUN}|${DOWN_NOUN})`;
export const MORE = `(?:${UP_MORE}|${DOWN_MORE})`;
export const MOVE_VERB = `(?:${UP_VERB}|${DOWN_VERB}|gone up|went up)`;

/** Words that may stand before a number and only loosen or announce it. */
export const LOOSE =
  "(?:about|around|nearly|almost|some|over|under|more than|less than|fewer than|greater than|above|below|just|just over|just under|only|at least|at most|as many as|up to|roughly|approximately|approx\\.?|an estimated|estimated|circa|c\\.|(?:a |an )?(?:further|additional|extra|total of|average of|combined|record|mere|whopping|staggering|massive|huge|modest|estimated|full)|a|an|the|another|well over|well under|close to|in excess of|no fewer than|no less than|exactly|precisely|approaching|overall|additional|still|also|even|nearly|by|those|these|all|'?[a-z]+ing'?|\"[a-z]+\")";

/** Things a count of crime counts. */
export const CRIME_NOUN =
  "(?:offences?|offenses?|crimes?|cases?(?! files| studies| workers)|incidents?|reports?|victims?|complaints?|complainants?|allegations?|arrests?|arrested|charges?|charged|prosecutions?|convictions?|convicted|cautions?|cautioned|summonsed|prosecuted|" +
  "burglaries|burglary|robberies|robbery|thefts?|assaults?|stabbings?|shootings?|rapes?|murders?|homicides?|killings?|killed|muggings?|attacks?|occurrences|breaches|offenders?|suspects?|perpetrators?|" +
  "applications|orders|notices|penalties|summonses|injunctions|detections|disposals|resolutions|knives|weapons|firearms|deaths|fatalities|disclosures|referrals|defendants|pleas|acquittals|trials|episodes|warnings|outcomes|break-ins|carjackings|investigations|indictments|felonies|misdemeanors|hold-ups?|arsons?|kidnapp?ings?|abductions?|slayings|spikings|femicides?|manslaughters?|infanticides?|blackmails?|extortions?|affrays|riots|larcenies|poisonings|intrusions|carjackings|offendings|fraud|frauds|crashes into|stalkers?)";

/** Heads whose numbers are about something other than crime, wherever in the sentence they stand. */
export const OTHER_HEAD =
  "(?:tax|precept|budget|funding|grant|salary|salaries|pay|wages?|prices?|costs?|population|temperatures?|turnout|satisfaction|satisfied|confidence in|trust in|dissatisfied|insurance|" +
  "staff|detectives|pcsos?|volunteers|advocates|caseworkers|attorneys|jobs|members?hip|visitors?|sales|unemployment|investment|donations?|sickness|" +
  "officer numbers|police numbers|officer strength|(?:number|numbers|total) of (?:police |special |extra |full-time |frontline |front-line )*(?:officers|constables)(?! (?:assaulted|attacked|injured|killed|hurt))|votes?|goals|pupils|students|patients|passengers|flights|trains|followers|shares|profits?|revenue|rent|mortgages?|rainfall|emissions|downloads|tickets|seats|refuges|roads?|" +
  "calls|callers|interviewed|interviews|respondents?|readers|sample|surveyed|polled|poll|response rate|workshops?|leaflets|apologies|reserves|response times?|abandoned|answered|" +
  "bidders|vacancies|trained|training|helpline|confidence intervals?|felt safe|feel safe|certificates|licen[cs]es|on issue|days to|days taken|length of|target|turnout|vote)";

/** What a number counts, named right behind it, that is no crime and no victim. */
export const OTHER_THING =
  `(?:${OTHER_HEAD.slice(3, -1)}|officers?|constables?|sergeants?|inspectors|specials|posts|members?|attendance|schools?|homes|houses|households|beds|cars|cameras|vehicles|businesses|comments|likes|views|fines|` +
  "call|case files|notices|pages?|tables?|interviews?|councillors|hours?|days?|weeks?|months?|minutes?|years?|responses|visits|searches|locks|miles|metres|copies|courses|applicants|signatures|donors|stations|dogs|texts|messages|questions|items|sites|desks|rooms|points|percentile|trees|hectares|candidates|inspections|recommendations|actions|abstentions|sessions|events|storeys|phones?|chapters|paragraphs|columns|decimal|degrees|working|user|users|authorities|partners|agencies|charities|teams?|units|panels?|meetings?|residents|occasions|sub-categories|categories|reasons|ways|things|stone|steps|stages|pupils|per cent confidence|quid|pounds|times)";

/** Places that a number may count; a share of them is a claim, a count is not. */
export const PLACES =
  "(?:forces|areas|districts|boroughs|wards|counties|councils|towns|cities|constabularies|regions|neighbourhoods)";

/** What is done to victims: a sentence with such a word is about crime. */
export const CRIME_VERB =
  "(?:stalked|harassed|raped|burgled|assaulted|robbed|killed|attacked|stabbed|murdered|abused|mugged|victimised|victimized|experienced stalking|went to court|solved|detected|unsolved|crimed)";

/** Words that may stand between a number and the thing counted. */
export const ADJECTIVE =
  "(?:recorded|reported|new|such|further|separate|alleged|hate|violent|serious|sexual|sex|knife|gun|domestic|abuse|police|race|racially|religiously|religious|aggravated|and|or|" +
  "total|confirmed|individual|crime|online|cyber|fatal|non-fatal|sectarian|antisemitic|islamophobic|homicide|flagged|different|similar|related|homophobic|racist|transphobic|disability|antisocial|anti-social|behaviour|behavior|abuse-related|non-crime|" +
  "non-domestic|residential|vehicle|drug|public|order|emergency|unsolved|outstanding|possible|potential|actual|suspected|of|the|these|those|attempted|fresh|extra|criminal|property|known|male|female|adult|child|young|repeat|full|interim|estimated|stalking|harassment|notifiable|indictable|acquisitive|gang-related|drug-related|alcohol-related|knife-enabled|so-called|religiously motivated)";

/** Which way the words of a stretch say that a number moved: by the last such word; null without one. */
export function directionIn(words: string): Direction | null {
  const last = lastMatch(words, DIRECTION);
  if (last === undefined) return null;
  return last.groups?.["up"] === undefined ? "down" : "up";
}

/** The same by words of movement alone: “up”, “fell”, but not “more”, “less”. */
export function movementIn(words: string): Direction | null {
  const last = lastMatch(words, MOVEMENT);
  if (last === undefined) return null;
  return last.groups?.["up"] === undefined ? "down" : "up";
}

const MOVEMENT = new RegExp(`\\b(?:(?<up>${UP}|trebled|tripled)|(?<down>${DOWN}))\\b`, "gi");
const DIRECTION = new RegExp(`\\b(?:(?<up>${UP}|${UP_MORE}|trebl|tripl)|(?<down>${DOWN}|${DOWN_MORE}))\\b`, "gi");
