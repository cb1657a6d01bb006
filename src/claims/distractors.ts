import { matchesOf } from "./matches.ts";

/** A stretch whose numbers are no claims about crime: an age, a sum of money, a time, a section of an Act. */
export interface Distractor {
  readonly start: number;
  readonly end: number;
  readonly what: string;
}

/** Ages, money, dates, times, telephone numbers, addresses, sentences, codes and sections in a plain text. */
export function distractorsOf(text: string): Distractor[] {
  return KINDS.flatMap(([what, pattern]) =>
    matchesOf(text, pattern)
      .filter(({ 0: words, index }) => what !== "date" || !isOfSeries(text, words, index))
      .map((match) => ({
        what,
        start: match.index - (match.groups?.["before"]?.length ?? 0),
        end: match.index + match[0].length,
      })),
  );
}

/** “Jan 31 Feb 28 Mar 40”, “January: 12, February: 9”: the months head the numbers of a series, and are no dates. */
function isOfSeries(text: string, words: string, start: number): boolean {
  if (/\d{4}|[/]/.test(words) || !/[a-z]/i.test(words)) return false;
  const month = monthOf(words);
  const before = text.slice(Math.max(0, start - 40), start);
  if (/^\d/.test(words)) return monthOf(/\b[a-z]{3,9}[ :]{1,2}$/i.exec(before)?.[0] ?? "") !== NO_MONTH;
  const [previous] = MONTH_BEFORE.exec(before) ?? [];
  const next = MONTH_AFTER.exec(text.slice(start + words.length, start + words.length + 40))?.[1];
  return (
    (previous !== undefined && monthOf(previous) === (month + 11) % 12) ||
    (next !== undefined && monthOf(next) === (month + 1) % 12)
  );
}

/** 0 for January; a number that neighbours no month where there is none. */
function monthOf(words: string): number {
  const name = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(words)?.[1]?.toLowerCase() ?? "";
  const at = "jan feb mar apr may jun jul aug sep oct nov dec".indexOf(name);
  return name === "" ? NO_MONTH : at / 4;
}

const NO_MONTH = 99;
const MONTH_BEFORE = /\b[A-Za-z]{3,9}[^A-Za-z.]{2,30}$/;
const MONTH_AFTER = /^[^A-Za-z.]{0,30}?\b([A-Za-z]{3,9})[ \t:]/;

const NUM = String.raw`(?<!\d)\d[\d,.]{0,20}`;
const SMALL =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety)";
const COUNT = `(?:${NUM}|${SMALL}(?:[ -]${SMALL})?|an?)`;
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const STREET =
  "(?:Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Court|Place|Square|Terrace|Gardens|Hill|Park|Row|Grove|Rd|St|Ave)";

/** What is seen backwards as `before` belongs to the stretch: a rare mark is looked for, not all that may stand before one. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    "age",
    /\b(?:youngest|oldest|average age|median age|mean age)\b[^.\n\d]{0,40}\d+(?:\.\d)?(?: and (?:of the )?(?:oldest |youngest )?(?:was )?\d+)?|\b(?:kids|children|those|pupils|anyone|boys|girls|people|women|men|everyone) (?:under|over|below|above) (?:the age of )?\d+|\b(?:\d{1,2}|sixteen|eighteen) and (?:up|over|above|older|under)\b|\bunder-(?:fives|tens|elevens|sixteens|eighteens)\b|\bage of (?:\d{1,2}|sixteen|eighteen)\b/gi,
  ],
  ["age", /,(?<=[a-z]{2},) [1-9]\d,(?= [a-z])/g],
  ["age", /\b[A-Z][a-z'-]+, (?:aged )?\d{1,2},(?= (?:was|who|whose|from|of|has|had|is|said|told|an?|and|were)\b)/g],
  [
    "survey",
    new RegExp(
      String.raw`\b(?:survey(?:ed)?|poll(?:ed)?|asked|interviewed|sample|consult(?:ed|ation)|questioned|quizzed|spoke to|heard from)\b(?: of| size of| was| with)?(?: about| around| over| more than| some| nearly| almost| just)? ${NUM}(?: (?:people|adults|residents|women|men|officers|staff|members|respondents))?|\b${NUM} (?:face-to-face |telephone |online )?(?:interviews|responses|respondents|interviewees|questionnaires)\b`,
      "gi",
    ),
  ],
  ["age", /\baged \d{1,2}(?:, \d{1,2}){1,8}(?:,? (?:and|or) \d{1,2})?\b|\baged \d{1,2} (?:and|or) \d{1,2}\b/gi],
  [
    "population",
    /\b(?:covers|serves|polices|protects|covering|serving|policing|home to)(?: an area with)?(?: about| around| some| nearly| almost| more than| over)* \d[\d,.]*(?: ?(?:million|m))?(?: (?:people|residents|inhabitants))?\b/gi,
  ],
  [
    "code",
    /(?<=[.?!;:]["']?\s{1,3})(?:\[\d{3,6}\]|\(\d{5,6}\))(?=[\s.;,]|$)|\( ?\d ?\)(?<=\w\( \d ?\)|\w\(\d \))|(?<=[.?!]\s{0,2})\[\d{4,6}\]/g,
  ],
  ["size", /\b\d+(?:\.\d+)? ?[KMG]B\b/g],
  [
    "code",
    /\b(?:questions|tables|sections|paragraphs|parts|points|figures|items|appendices|annexes|pages) \d{1,3}[a-z]?(?:(?:, | ?& ?| and | to |-|\u2013)\d{1,3}[a-z]?){1,6}(?![,.]?\d|%| (?:offences|crimes|cases|incidents))/gi,
  ],
  [
    "age",
    /\bage(?:s|d)?\b[^.,;\d]{0,40} (?:was|is|were|are|of) \d{1,2} (?:to|and) \d{1,2}\b(?!%| per)|\bage \d{1,2} (?:and|or) (?:older|over|under|younger)\b/gi,
  ],
  ["timecode", /\[?\b\d{2}:\d{2}:\d{2}\b\]?/g],
  [
    "list number",
    /(?<=^|\n)[ \t>]*(?:\[\d{1,3}\]|\d{1,3}(?:\.\d{1,2}){1,3}\.?(?=[ \t]+(?!%|per ?cent|percentage|million|m\b|times|pc\b|p\.p|points))|\(?\d{1,3}[.)](?=\s+[A-Z"'\d(])|\(\d{1,3}\)|\d{1,3}(?=[ \t]+[A-Z][a-z]+\s*(?:\n|$)|[ \t]+[A-Z]{3,}(?:[ \t,&]+[A-Z]+)*\s*(?:\n|$))|\d{1,3}(?=\t+[A-Z]))|(?<!(?:@|year|before|earlier|period|months|\d{4}) )\(\d{1,2}\)(?=[\s.,;])(?!(?:,|;|,? and) [A-Z][\w'& -]{2,30} \(\d)(?<!\(\d{1,5}\)(?:,|;|,? and) [A-Z][\w'& -]{2,30} \(\d{1,2}\))|\bin \(\d\)|\b[QA]\d{1,2}\b/g,
  ],
  [
    "telephone",
    /\(\d{3}\) \d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b|\+\d{1,3} ?(?:\(0\) ?)?\d{2,5}(?: ?\d{3,4}){1,3}|\b0\d{2,4} \d{3,4} \d{3,4}\b|\bext\.? ?\d{2,6}(?: \d{3,5})?\b|\b(?:rang|ring|rung|phoned|phone|called|call|calls to|dial|dialled|contact) ?(?:police on )?(?:999|101|112|111|911|000)\b/gi,
  ],
  [
    "population",
    new RegExp(
      String.raw`\b(?:pop(?:ulation)?\.?(?: of| is| was|:)?|towns? of|city of|cities of|county of|people:) (?:about |around |some |roughly |nearly |over )?${NUM}(?:\s?(?:m|million))?(?: (?:people|inhabitants|residents))?\b(?! (?:of|offences|crimes|victims|cases|women|men))`,
      "gi",
    ),
  ],
  [
    "population",
    new RegExp(
      String.raw`\bcensus(?: of)?(?: \(?\d{4}\)?)?:? ${NUM} ?(?:million|m)?\b|\b${NUM} people (?:between them|live|living)\b|(?<!\b(?:per|every|each|of) )(?<![\d,.])${NUM}(?:\s?(?:m|million))? (?:residents|inhabitants)\b(?! (?:told|said|were|was|who))`,
      "gi",
    ),
  ],
  [
    "address",
    /\b\d{1,5} (?:[NSEW]\. )?(?:[A-Z][a-z]+ ){1,2}(?:St|Ave|Rd|Blvd|Dr)\.|\b(?:Ste|Suite|PO Box|P\.O\. Box|Flat|Floor|Apt)\.? \d+|\bjunctions? \d+(?: (?:and|to) \d+)?|\b[Ll]ine (?:\d+|one|two|three|four|five|six)\b/g,
  ],
  [
    "code",
    /\b[A-Z]{2,5}-\d[\d-]*\b|\b[A-Z]{1,4}\/\d[\d/-]*|\bdoi:\S+|\bIS[BS]N[ \d-]+|\bp(?:age|p|\.)? ?\d+(?: of \d+)?\b|\bPage \d+ of \d+|\bv?\d+\.\d+\.\d+\b|\bminute \d+|\b\d{1,3} ?pp\b|\bLot \d+(?: of \d+)?/gim,
  ],
  ["link", /\b(?:https?:\/\/|www\.)\S+/gi],
  ["link", /(?<=(?<![\w.+-])(?<before>[\w.+-]{1,64}))@[\w.-]{1,80}|@\w+/g],
  [
    "money",
    new RegExp(
      String.raw`[£$€]\s?${NUM}(?:\s?(?:k|m|bn|million|billion|thousand))?\b|\b${NUM}(?:\s?(?:k|m|bn|million|billion|thousand))?(?:\s?p\b|\s?(?:pounds?|pence|euros?|dollars?|GBP)\b)`,
      "gi",
    ),
  ],
  [
    "date",
    new RegExp(
      String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:and|to|-|\u2013) \d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\b(?:,? \d{4})?|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\b(?:,? \d{4})?|\b${MONTH} \d{1,2}(?:st|nd|rd|th)?\b(?![,.]?\d)(?:,? \d{4})?|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b`,
      "gi",
    ),
  ],
  [
    "time",
    /\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b\.?|hrs|GMT|BST)?(?!\d|\s?%|\s?per)(?<=:\d\d.{0,5}|m\.?|hrs|GMT|BST)|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|o'clock)|\b\d{4}\s?(?:hrs|hours)\b|\b24[/-]7\b|\b24[- ]hours?\b/gi,
  ],
  [
    "age",
    new RegExp(
      String.raw`\b${COUNT}[ -](?:years?|months?|weeks?)[ -]?(?:old|of age)s?\b|\baged?(?: between| from| over| under| of)?:? ${COUNT}(?: ?(?:to|and|or|-|\u2013) ?${COUNT})?(?: and over| and under)?\b|\b(?:[A-Z][\w'-]+ ){1,3}[A-Z][\w'-]+, \d{1,2}(?=,)|(?:,|\() ?\d{1,2}(?:,|\)),? (?:of|from)\b|\bunder[- ]?(?:16|18|21|25)s?\b|\bover[- ]?(?:16|18|21|50|60|65)s\b|\b(?:his|her|their|my) (?:early |late |mid-?)?\d0s\b|\b\d{1,2} to \d{1,2}[- ]year`,
      "g",
    ),
  ],
  [
    "sentence",
    new RegExp(
      String.raw`\b(?:jailed|imprisoned|sentenced|locked up|banned|disqualified|served?|serving|detained)\b[^.;]{0,40}?\b${COUNT}[ -](?:years?|months?|weeks?|days?|hours?)\b|\b${COUNT}[ -](?:years?|months?|weeks?|days?|hours?)'?[ -]?(?:in (?:prison|jail|custody)|imprisonment|behind bars|sentence|prison|jail|suspended|community|ban|unpaid|of unpaid)`,
      "gi",
    ),
  ],
  [
    "duration",
    new RegExp(
      String.raw`(?<!\b(?:every|each) )\b(?:${NUM}|${SMALL}(?:[ -]${SMALL})?)[ -](?:years?|months?|weeks?|days?|hours?|minutes?|mins|seconds?|decades?|nights?)\b`,
      "gi",
    ),
  ],
  [
    "distance",
    new RegExp(
      String.raw`\b${NUM}\s?(?:miles?|mph|km|metres?|meters?|yards?|ft|feet|inch(?:es)?|cm|mm|kg|stone|litres?|acres?|sq)\b`,
      "gi",
    ),
  ],
  [
    "telephone",
    /(?<![\d,.])(?:\+44[ -]?|0)\d{2,5}[ -]?\d{3,4}(?:[ -]?\d{3,4})?(?![\d,])|\b(?:call|phone|ring|dial|calling|text|on|via|dialling|emergency|charity) (?:999|101|112|111|911)\b|\b(?:0800|0808|0300|0345)[ \d]{6,12}/gi,
  ],
  [
    "address",
    new RegExp(
      String.raw`\b\d{1,4}[A-Za-z]?,? (?:[A-Z][\w']+ ){1,3}${STREET}\b|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\b[ABM]\d{1,4}\b`,
      "g",
    ),
  ],
  [
    "code",
    new RegExp(
      String.raw`(?<!')\b(?:section|sections|s|schedule|part|article|paragraph|clause|rule|page|item|appendix|annex|table|figure|fig|chapter|agenda item|no|nos|number|ref|reference|case|crime number|incident number|log|operation|channel|class|grade|tier|phase|stage|level|priority|category|ward|zone|unit|room|step|question|q|objective|outcome|code|quarter)s?\.? (?:no\.? |number )?\d[\d/.]*[A-Za-z]?(?:\(\d+\))*(?=[\s,.;:)]|$)(?!,\d{3})(?! (?:offences|crimes|cases|incidents|reports|more|fewer|%))`,
      "gi",
    ),
  ],
  [
    "code",
    /\b\d{1,3}[A-Z]\b(?!\w)|\b[A-Z]+\d+\w*\b|\b(?:Act|Order|Regulations|Bill) (?:of )?(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d+\/\d+\b(?!\d)/g,
  ],
  [
    "sport",
    /\b\d+-(?:year|month|week|day|hour|minute|point|strong|page|man|person|member|bed|mile)\b|\b\d{1,2}-\d{1,2}\b(?!\d)/gi,
  ],
  [
    "both",
    /\b(?:the|these|those) (?:two|three|four)\b(?= (?:together|combined|of them|went|rose|fell|were|are|had|have|taken)\b)/gi,
  ],
  ["rank", /\b(?:top|number|no\.?) (?:\d{1,2}|one|two|three|five|ten)\b(?! (?:in|out of)\b)/gi],
  ["date", new RegExp(String.raw`\b\d{1,2}(?:, \d{1,2})+,? (?:(?:and|&) \d{1,2} )?${MONTH}\b`, "gi")],
  ["page", /(?<=^|\n)(?:[ \t]{8,}\d{1,3}|[ \t]*[-\u2013] ?\d{1,3} ?[-\u2013])[ \t]*(?=\n|$)/g],
  [
    "code",
    /\b(?:week|lot|action|revision|collar no\.?|band) \d+\b(?! (?:offences|crimes|cases|%))|\bH[CL] \d+|\([A-Z]{2,5} \d+\)|\u00a7+ ?\d+[a-z]?|\bpart (?:one|two)\b/gi,
  ],
  ["sum", /\b(?:sum|sums|add|adds|add up|adds up|total|totals) to (?:more than |over |less than )?100\b(?!,\d)/gi],
  ["speaker", /\b(?:Witness|Member|Speaker|Resident|Caller|Respondent|Councillor|Officer) \d{1,2}(?=[:*])/g],
  ["text", /\b[Tt]ext [A-Z]+ (?:\d+ )?to \d{5}\b/g],
  [
    "vote",
    /\b(?:For|Against|Abstain(?:ed|ing)|Abstentions?|Apologies|In attendance|Present|Attendance):? \d+\b(?![,.]?\d)/g,
  ],
  [
    "time",
    /\b(?:from|between) \d{1,2}(?= (?:until|till|to|and) \d{1,2}(?:[.:]\d\d)? ?[ap]m)|\b\d{1,2} ?(?:until|till) \d{1,2}(?:[.:]\d\d)? ?[ap]m\b/gi,
  ],
  ["unit", /(?<=(?<![\d%~].{0,45})[a-z] )per (?:million|thousand|billion)(?= [a-z])/gi],
  ["measure", new RegExp(String.raw`\b${NUM}\s?(?:dB|°C?|data points)`, "g")],
  [
    "population",
    new RegExp(
      String.raw`\bpopulation (?:figures|estimates)\b[^.;:\n]{0,25}: [^.\n]{0,200}|\b(?:cities|towns|places|areas|counties|districts) (?:of|with) (?:more than |over |about |fewer than |at least )?${NUM} (?:people|inhabitants|residents)`,
      "gi",
    ),
  ],
];
