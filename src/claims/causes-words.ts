/** The explanations that the workbench weighs; the fixed words of the contract. */
export type CauseWord =
  | "chance"
  | "law-change"
  | "counting-rule"
  | "recording"
  | "classification"
  | "reporting"
  | "event"
  | "real-change"
  | "population"
  | "data-error";

/** Something that texts give as a cause, and the explanation it comes to. */
export interface CauseTopic {
  readonly topic: string;
  readonly cause: CauseWord;
  readonly words: RegExp;
  /** Said beside a rise, without a word of cause, it is still offered as its explanation. */
  readonly beside?: RegExp;
  /** Finds its rows among the events of the knowledge base, by their titles. */
  readonly rows?: RegExp;
}

const MORE = String.raw`(?:greater|increased|improved|improving|better|more|growing|higher|heightened|raised|wider|rising)`;
const PEOPLE = String.raw`(?:people|victims?|survivors|women|men|residents|communities|the public|witnesses|they)`;

/** In the order in which they are tried: the first whose words stand in a phrase names it. */
export const CAUSE_TOPICS: readonly CauseTopic[] = [
  {
    topic: "counting rules",
    cause: "counting-rule",
    words:
      /\bcounting rules?\b|\bnew rules?\b|\b(?:the|that|this|20\d\d) rules?\b|\brules? (?:on|about|for|had|having|were|was|changed)\b|\bhow [\w' -]{1,30}(?:are|were|is|was) counted\b|\b(?:became|become|made|being) notifiable\b|\b(?:addition|inclusion|expansion) of\b|\bcounted (?:separately|differently)\b|\b(?:crimes|offences) (?:shifted|moved)\b/i,
  },
  {
    topic: "a change of the law",
    cause: "law-change",
    words:
      /\b(?:new|changes? (?:in|to) the) (?:laws?|legislation|offences?|acts?|powers?)\b|\blegislation\b|\bcame into force\b|\bintroduction of (?:a|an|the) (?:new|specific|separate)\b|\bbec(?:ame|ome|oming) (?:an? )?(?:specific |separate |criminal )?offence\b|\bcriminalis/i,
  },
  {
    topic: "recording",
    cause: "recording",
    words:
      /\brecord(?:ing|ed)?\b(?! (?:high|low|number|level))|\bdata integrity\b|\bcrime[- ]recording\b|\blogg(?:ed|ing)\b|\bcrimed\b|\bbookkeeping\b/i,
    beside: new RegExp(
      String.raw`\b(?:${MORE} (?:crime )?recording|recording (?:ha[sd]|was|is) (?:been )?improved|improved (?:their|our|its|the) (?:crime )?recording)\b`,
      "i",
    ),
  },
  {
    topic: "understanding among officers",
    cause: "classification",
    words:
      /\b(?:understanding|understood|recogni(?:[sz]e|[sz]ing|tion)|identif(?:y|ying|ication)|spot(?:ting)?|classif\w+|better at|training|trained|flagg?(?:ing|ed)|reclassif\w+)\b/i,
    beside: new RegExp(
      String.raw`\b${MORE} (?:understanding|understood|recognition|identification)\b|\b(?:officers?|police|staff|force|we|we're|we are)\b[^.;]{0,30}\b(?:better at \w+ing|(?:more|better) (?:aware|able to (?:spot|identify|recogni[sz]e)))`,
      "i",
    ),
  },
  {
    topic: "willingness to report",
    cause: "reporting",
    words:
      /\bcom(?:e|ing) forward\b|\bconfiden(?:ce|t)\b|\bwilling(?:ness)?\b|\breport(?:ing|s|ed)?\b|\btrust(?:s|ing|ed)?\b|\bspeak(?:ing)? (?:out|up)\b|\breadier\b|\bcourage\b|\bpick up the phone\b|\bring in\b|\blistening\b|\bfeel(?:ing)? able\b/i,
    beside: new RegExp(
      String.raw`\b(?:(?:more|${MORE} numbers of) ${PEOPLE}\b[^.;,]{0,40}\b(?:com(?:e|ing) forward|confiden(?:ce|t)|willing|reporting|report)|${PEOPLE}\b[^.;,]{0,25}\b(?:more|readier|better) (?:confident|willing|prepared|likely|able|inclined|ready|comfortable|to)\b[^.;,]{0,30}(?:report|forward|speak|tell|phone|contact|ring|call)|${PEOPLE}\b[^.;,]{0,15}\bcom(?:e|ing) forward more|${MORE} (?:confidence|willingness) (?:to|in|among))`,
      "i",
    ),
  },
  {
    topic: "awareness",
    cause: "reporting",
    words: /\baware(?:ness)?\b|\bcampaigns?\b|\bpublicity\b|\bpublicis/i,
    beside: new RegExp(String.raw`\b${MORE} (?:public )?awareness\b|\bmore aware\b`, "i"),
  },
  {
    topic: "Brexit",
    cause: "event",
    words: /\bbrexit\b|\bleav(?:e|ing) the (?:EU|European Union)\b|\breferendum\b/i,
    rows: /European Union|referendum/i,
  },
  {
    topic: "the pandemic",
    cause: "event",
    words:
      /\bcovid\b|\bcoronavirus\b|\bpandemic\b|\blockdowns?\b|\brestrictions\b|\bre-?open(?:ing|ed)\b|\breturn to normal\b|\bnight[- ]time economy\b/i,
    rows: /lockdown/i,
  },
  {
    topic: "an event",
    cause: "event",
    words:
      /\b(?:terror\w*|attacks? (?:in|at|on)|national events?|world events?|elections?|protests?|certain events|bombing|world cup|euros)\b/i,
    rows: /attack/i,
  },
  {
    topic: "population",
    cause: "population",
    words: /\bpopulation\b|\bmore (?:residents|people living|homes)\b|\bhousing growth\b/i,
  },
  {
    topic: "an error in the data",
    cause: "data-error",
    words: /\b(?:data|system|input|clerical) (?:errors?|faults?|problems?)\b|\bbacklog\b|\bmistake\b/i,
  },
  { topic: "chance", cause: "chance", words: /\bchance\b|\brandom\b|\bsmall numbers\b|\bfluctuat/i },
  {
    topic: "more or less crime",
    cause: "real-change",
    beside: /\b(?:genuine|real) (?:increase|rise|growth|fall|decrease|change)s?\b/i,
    words:
      /\b(?:offenders?|gangs?|criminals?|drugs?|county lines|alcohol|drink|nightclubs?|poverty|cost of living|unemployment|cuts|patrols?|extra officers|more officers|fewer officers|social media|internet|technology|phones?|apps?|smartphones?|genuine|weather|summer|visitors|tourists|operation|enforcement|searches|crackdown|more (?:crime|stalking|harassment|offending)|prolific|school|abusers|perpetrators|intolerance|hatred)\b/i,
  },
];

/** Words of which one stands in whatever is said beside a rise: a quick look before the patterns. */
export const MAY_STAND_BESIDE =
  /\b(?:able to|aware|awareness|better at|communities|confidence|genuine|identification|men|people|real|recognition|recording|residents|survivor|survivors|the public|they|understanding|victim|victims|willingness|witnesses|women)\b/i;

/** What a phrase comes to; undefined when it is none of the explanations known here. */
export function topicOf(phrase: string): CauseTopic | undefined {
  return CAUSE_TOPICS.find(({ words }) => words.test(phrase));
}

/** Things that a count of crime counts, and heads that make a rise one of something else. */
export const CRIME_THING =
  /\b(?:offen[cs]es?|crimes?|cases|incidents|reports|victims|complaints|allegations|arrests|charges|prosecutions|convictions|burglar(?:y|ies)|robber(?:y|ies)|thefts?|assaults?|stabbings?|shootings?|rapes?|murders?|homicides?|killings?|muggings?|attacks|abuse|violence|possession|recorded (?:figure|number|total)s?)\b/i;
export const OTHER_THING =
  /\b(?:tax|precept|budgets?|funding|salar(?:y|ies)|pay|wages?|prices?|costs?|population|temperatures?|turnout|satisfaction|staff(?:ing)?|officers?|pcsos?|posts|jobs|members?|membership|visitors?|sales|unemployment|investment|attendance|donations|votes?|goals|pupils|students|homes|houses|patients|passengers|flights|trains|businesses|followers|profits?|revenue|rents?|mortgages?|rainfall|emissions|tickets|seats|beds|fines|roads?|accidents|collisions|fires|absence|sickness|callers|waiting times?)\b/i;

/** Which way words say that something moved. */
export function wayOf(words: string): "up" | "down" | null {
  if (
    /\b(?:rises?|rose|risen|rising|increas\w+|grew|grown|growth|jump\w*|surg\w+|soar\w*|spik\w+|climb\w*|doubl\w+|trebled|tripled|up|higher|more)\b/i.test(
      words,
    )
  )
    return "up";
  return /\b(?:f[ae]ll(?:s|en|ing)?|decreas\w+|drop\w*|declin\w+|reduc\w+|down|lower|fewer)\b/i.test(words)
    ? "down"
    : null;
}
