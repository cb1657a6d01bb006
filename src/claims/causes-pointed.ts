import { alternatives, PART_OF, RISES } from "./causes-clause.ts";

/** A way in which an explanation is given for a change told before, without naming that change again. */
export interface Pointing {
  readonly rule: string;
  readonly pattern: RegExp;
  /** Whether the cause runs on from the group `cause` to the end of its clause, is that group, or is the clause before the match. */
  readonly reaches: "on" | "back" | "so-far";
  /** Whether any words may be the cause, or only a known explanation: of a change told before, or just before. */
  readonly explains: "anything" | "known" | "just-told";
  /** A quick look first. */
  readonly needs: RegExp;
}

const PEOPLE = alternatives(
  "people|victims?|survivors|women|men|residents|communities|the public|witnesses|others|those|shops|shopkeepers|retailers|households|farmers|businesses",
);
const REASON = alternatives("reasons?|factors?|causes?|drivers?|explanations?|culprits?");
const WHICH = alternatives(
  "main|major|biggest|key|primary|principal|chief|only|real|likeliest|most likely|obvious|important|significant|big|other|second|third|further|single",
);
const SOFT_BE = String.raw`(?<soft>(?:may |might |could |can |has |have |had ){0,2}(?:well )?(?:is|was|are|were|been|be) (?:only |also |partly |perhaps |probably )?`;

/** In no order: each is tried. */
export const POINTED: readonly Pointing[] = [
  {
    rule: "pointed-out",
    pattern: new RegExp(
      String.raw`\b(?:${PART_OF}|the (?:larger|greater|main|bigger) part|what has (?:risen|changed|increased)) +(?:is|was) (?<cause>.+)`,
      "gi",
    ),
    needs: / (?:is|was) /,
    reaches: "on",
    explains: "known",
  },
  {
    rule: "pointed-out",
    pattern: new RegExp(
      String.raw`(?<cause>[^,;]{8,80}),? (?:and )?that(?:'s| is| was) (?:${PART_OF}|most|the bulk|half)\b`,
      "gi",
    ),
    needs: new RegExp(String.raw`\bthat(?:'s| is| was) (?:${PART_OF}|most|the bulk|half)\b`, "i"),
    reaches: "so-far",
    explains: "known",
  },
  {
    rule: "pointed-out",
    pattern:
      /(?:\u2013|,|;|^|:) ?(?<soft>in part|partly|perhaps|mainly|largely)(?: because of)? (?<cause>[^,;.\u2013]{6,})/gi,
    needs: /partly|in part|perhaps|mainly|largely/i,
    reaches: "on",
    explains: "known",
  },
  {
    rule: "a-factor",
    pattern: new RegExp(
      String.raw`,? ${SOFT_BE}(?:(?:an?|one|another|the) (?:${WHICH} )*${REASON}|(?:largely |mainly |also )?to blame|(?:an? (?:big|large|huge|major|significant|good|important) |the (?:main|biggest) )?part of (?:it|this|that|the (?:story|reason|explanation))))\b(?! (?:for|why|of|behind|that|in (?:about |around |nearly |almost |over |more than )?(?:\d+(?:\.\d)? ?(?:%|per)|\d+ of|half|most|many|one in|two in|an? \w+ of)))`,
      "gi",
    ),
    needs: /\b(?:factors?|causes?|reasons?|drivers?|blame|culprits?|explanations?|part of)\b/i,
    reaches: "back",
    explains: "anything",
  },
  {
    rule: "the-reason-is",
    pattern: new RegExp(
      String.raw`\b(?:the|one|another|an?|part of the) (?:${WHICH} )*${REASON}(?: (?:for|of|behind|in|why) (?:this|it|that|the [^,;.:]{3,50}?))? (?<soft>(?:may|might|could|is|are|was|were|being|has been|have been|include[sd]?)(?: (?:thought|believed|likely) to)?(?: be)?(?: (?:simply|partly|probably|perhaps))?(?: (?:simple|clear|obvious)[:;,\u2013-]+)?)(?: that)? (?<cause>[^;.]{6,})`,
      "gi",
    ),
    needs: /\b(?:factors?|causes?|reasons?|drivers?|culprits?|explanations?)\b/i,
    reaches: "on",
    explains: "anything",
  },
  {
    rule: "it-is-that",
    pattern:
      /\b(?:it|that)(?:'s| is| was) (?<soft>(?:just |simply |more |partly |probably |perhaps |mostly |mainly |largely )*)that (?<cause>[^,;.]{6,})/gi,
    needs: /\b(?:it|that)(?:'s| is| was) (?:\w+ )?that /i,
    reaches: "on",
    explains: "anything",
  },
  {
    rule: "made-the-difference",
    pattern:
      / (?<soft>(?:may |might |could |has |have |had |also |really |clearly )*)(?:ma[dk]es?(?: all)? (?:the|an? (?:\w+ )?) ?difference|play(?:ed|s)? (?:an?|its|their|some) (?:\w+ )?(?:part|role)|contributed)\b(?! to\b)/gi,
    needs: /\bdifference\b|\bplay(?:ed|s)?\b|\bcontributed\b/i,
    reaches: "back",
    explains: "anything",
  },
  {
    rule: "had-an-effect",
    pattern:
      / (?<soft>(?:may |might |could |has |have |had |also |well )*)(?:had|have|affected|influenced|distorted|inflated|depressed|suppressed)(?: an?| some)?(?: \w+)?(?: (?:effect|impact|influence|bearing))? ?(?:on|upon)? (?:[\w']+ ){0,3}?(?:willingness|recording|reporting|reports|figures?|numbers|levels|totals?|demand|offending|comparisons?)\b/gi,
    needs: /\b(?:effect|impact|influenced?|bearing|affected|distorted|inflated|depressed|suppressed)\b/i,
    reaches: "back",
    explains: "known",
  },
  {
    rule: "encouraged",
    pattern: new RegExp(
      String.raw` (?<soft>(?:may |might |could |has |have |had |also |well )*)(?:prompted|encouraged|led|persuaded|empowered|emboldened|enabled|allowed|inspired|helped|made(?: it easier for)?|given|gave) (?:more |many |some |other )*${PEOPLE}(?: [\w']+){0,6}? (?:report|come|coming|speak|contact|call|ring|confidence|courage|reporting)\b`,
      "gi",
    ),
    needs:
      /\b(?:prompted|encouraged|led|persuaded|empowered|emboldened|enabled|allowed|inspired|helped|made|given|gave) /i,
    reaches: "back",
    explains: "anything",
  },
  {
    rule: "it-is",
    pattern:
      /^\W*(?:\w{1,12}: )?(?:it|that|this)(?:'s| is| was) (?<soft>(?:partly |mostly |mainly |largely |just |simply |all |really |chiefly |probably )*)(?!(?:better|more|less|higher|lower|fewer|up|down|why|how|what|when|where|because|not|no|due|clear|likely|true|right|recorded|reported|the (?:highest|lowest|equivalent|same|most|least|figure|number|rate|first|second|third))\b)(?<cause>[^,;.\d?]{6,})/gi,
    needs: /\b(?:it|that|this)(?:'s| is| was) /i,
    reaches: "on",
    explains: "just-told",
  },
  {
    rule: "it-shows",
    pattern:
      /\b(?:it|this|that|which|the (?:rise|increase|growth|jump|fall|drop|decrease)) (?<soft>(?:may |might |could |also |only |really |just |simply )*)(?:shows?|suggests?|indicates?|tells (?:us|me)|demonstrates?|signals?) (?:that )?(?![^,;.]*\b(?:rose|risen|rising|fell|fallen|falling|increas\w+|decreas\w+|higher|lower)\b)(?<cause>[^,;.\d]{8,})/gi,
    needs: /\b(?:shows?|suggests?|indicates?|tells|demonstrates?|signals?)\b/i,
    reaches: "on",
    explains: "just-told",
  },
  {
    rule: "because-alone",
    pattern:
      /^\W*(?:\w{1,12}: )?(?<soft>(?:partly |mostly |mainly |largely |simply |just |perhaps |probably |not )*(?:because(?! of)|(?:because of|due to|down to|thanks to|owing to)(?![^.;]* (?:is|are|was|were) ))) (?<cause>[^,;.?]{6,})(?=[.;]|$)/gi,
    needs: /\b(?:because|due to|down to|thanks to|owing to)\b/i,
    reaches: "on",
    explains: "anything",
  },
  {
    rule: "with-care",
    pattern: /\b(?:caution|care|carefully|context)\b[^.;:]{0,25}[:\u2013] (?<cause>[^;.]{8,})/gi,
    needs: /\b(?:caution|care|carefully|context)\b/i,
    reaches: "on",
    explains: "known",
  },
  {
    rule: "may-have",
    pattern:
      / (?<soft>(?:may|might|could)(?: well| also| simply)? have) (?:\w+ly )?(?:pushed|masked|hidden|driven|caused|changed|shifted|moved|made|kept|brought|put|added|led|lifted|lowered|raised|reduced|increased|suppressed|skewed|deterred|discouraged)\b/gi,
    needs: /\b(?:may|might|could)\b.{0,12}\bhave\b/i,
    reaches: "back",
    explains: "known",
  },
  {
    rule: "means-that",
    pattern: new RegExp(
      String.raw` (?<soft>(?:may |might |could |has |have |also )*)means?t? (?:that )?(?:more |fewer |many )*(?:${PEOPLE}|officers|police|forces|staff|we) (?:now |are |were |can |could |have |had |better |more |less |also )*(?:recogni|record|report|identif|spot|com(?:e|ing)|feel|log|likely|willing|confident)\w*`,
      "gi",
    ),
    needs: /\bmeans?t?\b/i,
    reaches: "back",
    explains: "anything",
  },
  {
    rule: "explained-that",
    pattern: /\bexplained (?:to [\w ]{2,20} )?that (?<cause>[^.;\d]{8,}(?:20\d\d[^.;\d]*)?)(?=[.;]|$)/gi,
    needs: /\bexplained\b/i,
    reaches: "on",
    explains: "just-told",
  },
  {
    rule: "pointed-out",
    pattern: /\b(?:a|some|one) (?:[\w-]+ )?(?<soft>contribution|element) (?:from|of) (?<cause>[^,;.]{6,})/gi,
    needs: /\b(?:contribution|element)\b/i,
    reaches: "on",
    explains: "known",
  },
  {
    rule: "rose-as",
    pattern: new RegExp(
      String.raw`\b${RISES}\b[^;:]{0,50}(?:, as (?!a\b|an\b|of\b|well\b|the same\b|part\b|at\b|many\b|expected\b|against\b|compared\b|did\b|have\b|has\b)| as (?=(?:more|fewer|better|victims|people|officers|forces|police|lockdowns?|restrictions|criminals|gangs|thieves|offenders|campaigns|awareness|confidence|recording)\b)|,? (?:following|amid|on the back of|in the wake of) )(?<cause>[^,;.]{8,})`,
      "gi",
    ),
    needs: /\bas |\bfollowing |\bamid |\bback of |\bwake of /i,
    reaches: "on",
    explains: "known",
  },
];
