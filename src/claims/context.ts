import { countedBehind } from "./counted.ts";
import { numbersSpan, type Part } from "./part.ts";
import type { SentenceSketch } from "./sentence-sketch.ts";
import { ADJECTIVE, CRIME_NOUN, CRIME_VERB, LOOSE, MOVE_NOUN, OTHER_THING, PLACES } from "./words.ts";

/** Whether a number is about something else than crime: the word behind it says so, or the nearest head before it. */
export function isAboutOther(part: Part, sentence: SentenceSketch): boolean {
  const { start, end } = numbersSpan(part);
  const after = sentence.drawn.slice(end - sentence.start, end - sentence.start + 60);
  if (part.numbers.rate !== undefined) return false;
  if (
    AFTER_OTHER.test(after) ||
    (part.numbers.share === undefined &&
      part.numbers.part === undefined &&
      part.numbers.base === undefined &&
      AFTER_PLACES.test(after)) ||
    !isFactor(part, sentence) ||
    isNoCount(part, sentence)
  )
    return true;
  if (
    (part.numbers.share ?? part.numbers.pct ?? part.numbers.part) !== undefined &&
    (AFTER_OPINION.test(after) ||
      GOAL.test(sentence.drawn.slice(Math.max(0, start - sentence.start - 40), start - sentence.start)) ||
      OPINION.test(clauseAt(sentence, start, end)))
  )
    return true;
  const limit = start - sentence.start;
  if (AFTER_CRIME.test(after)) return false;
  const head = sentence.heads.findLast((each) => each.end <= limit);
  if (head?.isOther === true) return !/[;]/.test(sentence.drawn.slice(head.end, limit));
  if (head !== undefined) return false;
  const next = sentence.heads.find((each) => each.start >= end - sentence.start);
  return next?.isOther === true && next.start - (end - sentence.start) < 25;
}

const AFTER_OTHER = new RegExp(
  `^(?: (?:more|fewer|extra|additional|new|of|(?:rise|increase|fall|drop|reduction|decrease|growth) in|number|numbers|rise|fall|cut|increase|drop|reduction|decrease|growth|the|its|our|their|per|police|local|council|full-time|part-time|all|these|such|different|other|working|other|specialist|response|dedicated|separate|[a-z]+-[a-z]+))*[ -]${OTHER_THING}\\b(?! (?:of|for) (?:${CRIME_NOUN}|§)| (?:was|were|had been|have been|are|being) (?:assaulted|attacked|injured|killed|hurt|stabbed|victims))(?!['a-z-])`,
  "i",
);
const AFTER_PLACES = new RegExp(`^(?: [a-z-]+){0,2}? ${PLACES}\\b`, "i");
const AFTER_CRIME = new RegExp(
  `^(?: §+| ${ADJECTIVE}| more| fewer| extra| of| the| all| these| those)*(?: §+| ${CRIME_NOUN}\\b)`,
  "i",
);

/** What people think, and what is done at a desk: no crimes. */
const AFTER_OPINION =
  /^[^.;]{0,45}?\b(?:thought|felt|believed?|agreed?|think|feel|rated|voted|did not know|knew (?:about|of|how|where|that)|worried|wanted?|answered|abandoned|trained|recruited|employed|took part|signed up|feel safe|in favou?r|undecided|against(?=[,.;]))\b|^ (?:[a-z]+ ){0,3}within ~/i;

/** What is aimed at or allowed, and not what was. */
const GOAL =
  /\b(?:(?:should|must) be|targets?(?: (?:is|was|of))?:?|tolerance of|threshold of|(?<!from )within)(?: [a-z]+)? \(?$/i;

/** The clause around a number. */
function clauseAt({ drawn, start: at }: SentenceSketch, start: number, end: number): string {
  const before =
    drawn
      .slice(Math.max(0, start - at - 110), start - at)
      .split(/[;:(]|\b(?:while|whereas|but|although)\b/i)
      .at(-1) ?? "";
  const after = drawn.slice(end - at, end - at + 60).split(/[,;:.]|\b(?:while|whereas|but|although)\b/i)[0] ?? "";
  return `${before}#${after}`;
}

/** A decimal is no count of things; “one” and “a two” alone mostly stand for something else. */
function isNoCount({ numbers: { count, share, base } }: Part, sentence: SentenceSketch): boolean {
  if (count === undefined || share !== undefined) return false;
  if (!Number.isInteger(count.value)) return true;
  const word = sentence.plain.slice(count.start - sentence.start, count.end - sentence.start);
  const after = sentence.drawn.slice(count.end - sentence.start, count.end - sentence.start + 80);
  if (
    /^one$/i.test(word) &&
    (!ONE_CRIME.test(after) ||
      TOO_MANY.test(sentence.plain) ||
      ONE_OF_THEM.test(sentence.drawn.slice(0, count.start - sentence.start)))
  )
    return true;
  const before = sentence.drawn.slice(Math.max(0, count.start - sentence.start - 90), count.start - sentence.start);
  if (
    base === undefined &&
    (LOOKED_AT.test(before) ||
      OF_ONE_CASE.test(before) ||
      (count.value < 100 &&
        ONE_CASE_BEHIND.test(sentence.drawn.slice(count.end - sentence.start, count.end - sentence.start + 130))) ||
      after.startsWith(" ~"))
  )
    return true;
  if (DONE_TO_THINGS.test(after)) return true;
  if (PEOPLE.test(after))
    return (
      count.value < 100 &&
      !DONE_TO.test(
        sentence.drawn
          .slice(count.end - sentence.start, count.end - sentence.start + 110)
          .replace(/^[^,]{0,24}, [A-Z].*$/s, ""),
      )
    );
  return base === undefined && countedBehind(after) === "other" && !TAKEN.test(after);
}

/** Looked into, helped or taken on: a sample, a charity's clients, a force's staff. */
const LOOKED_AT = new RegExp(
  `\\b(?:helped|help|supported|supports|assisted|advised|counselled|sheltered|housed|accommodated|turn(?:ed)? away|served|trained|recruit(?:ed|ing|s)?|employ(?:s|ed|ing)?|hir(?:ed|ing)|interviewed|surveyed|spoken? to|visited|looked (?:at|into|through)|seized|recovered|confiscated|stole|data from|figures from|returns from|supplied by|(?:dip )?samples? (?:made |taken |consisting )?of|provided by|(?:to|would|could|then|individually|manually) (?:[a-z]+ )?(?:review|check|search|read|open|examine|interrogate|trawl|go through|look at|extract|retrieve|assess)|interrogat(?:e|ed|ing)|examined|reviewed|sampled|dip-sampled|audited|inspected|analy[sz]ed|read|studied|assessed|carry|carries|carrying|juggl(?:e|es|ing)) (?:#+ (?:or|to|and) )?(?:${LOOSE} )*$`,
  "i",
);
/** “a boy was charged with 42 offences”: one person's. */
const OF_ONE_CASE = new RegExp(
  `\\b(?:was|is|has been|had been) (?:also |later |since |then |initially )?(?:charged with|convicted of|found guilty of|sentenced for|accused of|wanted for|cleared of|arrested (?:for|over)) (?:${LOOSE} )*$|\\b(?:he|she|man|woman|boy|girl|teenager|defendant|old) (?:[a-z]+ )?(?:faces|faced|admitted|admits|denied|denies|pleaded guilty to|confessed to|asked for) (?:${LOOSE} )*$|\\bprevious convictions for (?:${LOOSE} )*$`,
  "i",
);
/** “87 previous convictions”, “two men were arrested on suspicion of murder”, “three people were stabbed on Friday”: one case. */
const ONE_CASE_BEHIND =
  /^ previous (?:convictions|offences)\b|^ (?:[a-z]+ ){0,2}(?:men|women|people|boys|girls|teenagers|youths|suspects|others)\b[^.;]{0,80}\b(?:on suspicion of|in connection with|remains? in (?:custody|hospital)|on bail|taken to hospital|after (?:the|an) (?:attack|stabbing|shooting|incident|murder|robbery|assault|raid)|(?:on|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last night|this morning)\b/;
/** “Two sheds were broken into”: things that a crime was done to. */
const TAKEN =
  /^(?: [a-z-]+){1,4} (?:stolen|taken|pinched|nicked|broken into|burgled|raided|damaged|vandalised|targeted|torched|set alight|set on fire|smashed|robbed)\b/i;
const DONE_TO = new RegExp(
  `§|\\b(?:${CRIME_NOUN}|${CRIME_VERB}|experienced|reported|victims?|jailed|sentenced|told (?:the )?police|died)\\b`,
  "i",
);
const PEOPLE =
  /^ (?:[a-z]+(?:-[a-z]+)? )?(?:women|men|people|persons|adults|children|girls|boys|teenagers|females|males|pensioners|residents|drivers|motorists|shoppers|workers|families|suspects|offenders|individuals|parents|partners|students|others)\b/i;

const ONE_CRIME = new RegExp(
  `^(?: ${ADJECTIVE})* (?:§+|${CRIME_NOUN})\\b(?! (?:scene|reference|number|commissioner))|^ was (?:reported|recorded)\\b`,
  "i",
);
/** “in one case”, “the one offence”: an example, and no count. */
const ONE_OF_THEM = /\b(?:in|for|the|this|that|each|every|than) $/i;
/** “One report is one too many”: a manner of speaking. */
const TOO_MANY = /\bone (?:[a-z]+ ){0,2}too many\b/i;
/** What is done to things, and not to victims. */
const DONE_TO_THINGS =
  /^ (?:were|was|had been|have been) (?:repaired|filled|installed|renewed|fitted|replaced|built|planted|printed|delivered|resurfaced|inspected|leafleted|recruited|appointed)\b/i;
/** Shares of people asked, of votes or of money. */
const OPINION =
  /\b(?:satisf\w+|dissatisf\w+|turnout|poll(?:ed|s)?|surveyed residents|budget|sickness|response rate|felt safe|feel safe|precept|council tax|reserves|of the vote|confidence in)\b/i;

/** “Double room” and “twice she rang” are no factors of a number; “nine times” needs “as many” or a rise. */
function isFactor({ numbers: { times }, rule }: Part, sentence: SentenceSketch): boolean {
  if (times === undefined || rule.includes("fraction")) return true;
  if (/\b(?:factor of|multiplied by) $/i.test(sentence.plain.slice(0, times.start - sentence.start).slice(-12)))
    return true;
  const at = times.start - sentence.start;
  const word = sentence.plain.slice(at, times.end - sentence.start);
  const before = sentence.plain.slice(Math.max(0, at - 40), at);
  const after = sentence.plain.slice(times.end - sentence.start);
  if (/^(?:doubl|treb|tripl|quadrupl|quintupl|halv)(?:ed|led|ing|ling)$/i.test(word))
    return !/^[- ](?:up|down|back|over(?! (?:the|a|that|this|these|five|ten|two|three|four|six|seven|eight|nine|\d|[#~@])))\b/.test(
      after,
    );
  if (/^half\b.* again$/i.test(word)) return true;
  if (/fold$/i.test(word) && FOLD_MOVE.test(after)) return true;
  if (/^(?:twice|thrice)$/i.test(word)) return TWICE.test(after);
  if (/^[a-z]+l?es?$/i.test(word) && !/fold/i.test(word)) return DOUBLE.test(after) && !/\b(?:a|the) $/i.test(before);
  return (
    TIMES.test(after) || /\b(?:rose|risen|increased?|grew|grown|rise|up|multiplied)(?: by)?(?: [a-z]+)? $/i.test(before)
  );
}

const FOLD_MOVE = new RegExp(`^ (?:[a-z]+ )?${MOVE_NOUN}\\b`, "i");
const TWICE =
  /^,? (?:as|the (?:number|figure|total|level|rate|amount|national|average|previous)|what|that of|more|the)\b/i;
const DOUBLE =
  /^(?![ -](?:room|glazing|bed|murder|decker|standard|jeopardy|yellow|digit|figures|act|check|life|barrel|door|locked|trouble|whammy|shift|time)s?\b)/i;
const TIMES =
  /^,? (?:over\b|as (?:many|high|much|likely|often)|more|higher|the (?:\d+|(?:[a-z]+ )?(?:number|figure|total|level|rate|amount|average)|previous|national)|greater|what|that|those|its|their|our|last|larger|bigger|likelier|up|increase|rise|lower|fewer)\b/i;
