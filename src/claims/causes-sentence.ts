import { type CauseTopic, CAUSE_TOPICS, CRIME_THING as CRIME, OTHER_THING as OTHER, topicOf } from "./causes-words.ts";

/** How strongly a cause is asserted. */
export type CauseStrength = "is" | "likely" | "may" | "partly" | "denied";

/** A cause as one sentence states it; offsets are those of the sentence. */
export interface Assertion {
  readonly start: number;
  readonly end: number;
  /** The cause in the text's own words. */
  readonly cause: { readonly start: number; readonly end: number };
  /** What it is to explain; null when it is only said beside a change. */
  readonly effect: { readonly start: number; readonly end: number } | null;
  readonly topic: CauseTopic | null;
  readonly strength: CauseStrength;
  /** The way of stating it that was met; listed in docs/methods/claims-causes.md. */
  readonly rule: string;
}

/** What a sentence can lean on: whether a name of a crime stands in some words, and whether a change was told before. */
export interface CauseContext {
  readonly namesCrime: (words: string) => boolean;
  /** A change of crime was told in the sentences just before: “this”, “the rise” may mean it. */
  readonly changeBefore: boolean;
  /** Somebody is quoted or reported. */
  readonly isSaid: boolean;
}

/** Whether a sentence could state a cause at all: a quick look before the slow one. */
export const mayStateCause = (sentence: string): boolean => MARKS.test(sentence);

/** The causes that a sentence asserts or denies, of a change in crime; none of anything else. */
export function assertionsOf(sentence: string, context: CauseContext): Assertion[] {
  if (/\?\W*$/.test(sentence)) return [];
  const joined = [...forward(sentence, context), ...fronted(sentence, context), ...backward(sentence, context)];
  const apart = joined
    .toSorted((a, b) => a.cause.start - b.cause.start || b.end - a.end)
    .filter((each, i, all) => all.findIndex((other) => overlap(each.cause, other.cause)) === i);
  if (apart.length > 0 || !context.changeBefore || !context.isSaid)
    return apart.flatMap((each) => split(sentence, each));
  return beside(sentence);
}

const alternatives = (...words: readonly string[]): string => `(?:${words.join("|")})`;

const SOFT = String.raw`(?:(?:also|now|partly|partially|mainly|mostly|largely|chiefly|primarily|probably|possibly|perhaps|likely|simply|entirely|directly|believed|thought|understood|said|considered|to be|at least|in part|in some part|,|in large part|not|only|a|an|the) ?){0,5}`;
const BE = String.raw`(?:is|are|was|were|be|been|being|'s|isn't|wasn't)`;
/** Words that stand between a change and its cause, the change first. */
const TO_CAUSE = alternatives(
  String.raw`(?:due|down|owing|thanks) (?:(?:at least )?(?:in part|partly|largely|mainly|,| )*)to`,
  String.raw`(?:attributed|attributable|related|linked|put down|ascribed) (?:(?:in part|partly|largely|mainly) )?to`,
  String.raw`(?:caused|driven|triggered|fuelled|fueled|explained|prompted|accounted for|sparked|boosted|inflated) (?:(?:in part|partly|largely|mainly) )?by`,
  String.raw`(?:as |the |a )?results? of`,
  String.raw`because(?: of)?`,
  String.raw`reflect(?:s|ed|ing)?`,
  String.raw`(?:stem(?:s|med)?|c(?:a|o)me|comes|result(?:s|ed)?) from`,
  String.raw`owes? (?:something|much|a lot) to`,
  String.raw`on account of`,
);
/** Words between a cause and its change, the cause first. */
const TO_EFFECT = alternatives(
  String.raw`(?:ha(?:s|ve|d) )?(?:also )?(?:led|contributed|leading) (?:directly )?to`,
  String.raw`(?:explain(?:s|ed)?|accounts? for|accounted for)`,
  String.raw`(?:is|are|was|were|lies|lay) (?:partly |largely |mainly )?(?:behind|responsible for|to blame for|why)`,
  String.raw`(?:is|are|was|were) (?:the |a |one |an? )?(?:main |chief |likely |likeliest |real |big |key |important )?(?:reason|factor|cause)s? (?:for|why|in|of|behind)`,
  String.raw`(?:ha(?:s|ve|d) )?(?:driven|drove|caused|fuelled|fueled|prompted|triggered|sparked|lifted|boosted|pushed up|inflated)`,
);

const RISES = alternatives(
  "rises?|rose|risen|rising|increas(?:e|es|ed|ing)|growth|grew|grown|growing|jump(?:s|ed)?|surge[sd]?|soar(?:s|ed|ing)?|spikes?|spiked|uplift|upturn|climb(?:s|ed|ing)?|doubl(?:e|es|ed|ing)|trebled|tripled",
  "f[ae]lls?|fallen|falling|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|reduc(?:tion|tions|ed)|declin(?:e|es|ed|ing)|gone up|went up|goes up|gone down|went down|up|down by|higher|lower",
);
const CHANGE = new RegExp(String.raw`\b${RISES}\b`, "i");
const FIGURES = String.raw`(?:figures?|numbers?|statistics|totals?|counts?|trends?|difference|changes?|picture|levels?)`;
const DEFINITE = new RegExp(
  String.raw`^(?:(?:much|some|most|part|all|a lot|the bulk|the (?:main|greater|larger) part|half) of )?(?:the|this|that|these|those|such|any|a|an)? ?(?:[\w-]+ ){0,2}?(?:${RISES}|${FIGURES})(?: (?:here|itself|seen|shown|last year|this year|in the (?:figures|numbers)|this|year|could|may|might|would|in|that|which))*$`,
  "i",
);
const POINTS_BACK =
  /^(?:and |but |so )?(?:it|this|that|these|those|they|(?:some|much|most|part|all|a lot|the bulk|half) of (?:it|this|that|these|those|them|which)|which)(?:'s)?$/i;
const IN_WHAT = /\b(?:in|of)\b(?! (?:it|this|that|these|those|them|part)\b)(.*)$/i;

const MARKS = new RegExp(
  [
    String.raw`\b(?:due|down|owing|thanks)\b.{1,30}\bto\b|\b(?:attribut|relat|link|ascrib)\w+\b.{1,12}\bto\b|\bput\b.{1,40}\bdown\b|\bresults? of\b|\b(?:caused|driven|triggered|fuelled|fueled|explained|prompted|accounted|sparked|boosted|inflated)\b`,
    String.raw`\bbecause\b|\breflect|\bstem(?:s|med)? from\b|\bc[oa]mes? from\b|\bowes?\b|\bon account of\b|\bled to\b|\bcontributed\b|\bexplains?\b|\baccounts? for\b|\bbehind\b|\bto blame\b|\bresponsible for\b|\bis why\b|\breasons?\b|\bfactors?\b|\bdrove\b|\blifted\b`,
    ...CAUSE_TOPICS.flatMap(({ beside }) => (beside === undefined ? [] : [beside.source])),
  ].join("|"),
  "i",
);

const FORWARD = new RegExp(
  String.raw`(?<link>(?:\b(?:can|could|may|might|must|would|will|should|has|have|had|may well|cannot|can't) )?(?:(?:well|also|partly|probably|possibly|perhaps|largely|mainly|not|never|only) ){0,2}(?:(?:\b|(?<='))${BE} |(?<!\w)'s )?${SOFT}\b${TO_CAUSE}) `,
  "gi",
);

/** “The rise was partly due to better recording”, “the figures reflect …”, “… but also because victims …”. */
function forward(sentence: string, context: CauseContext): Assertion[] {
  const found: Assertion[] = [];
  for (const match of sentence.matchAll(FORWARD)) {
    const link = { start: match.index, end: match.index + match[0].length };
    const last = found.at(-1);
    const gap = last === undefined ? "" : sentence.slice(last.cause.end, link.start);
    const goesOn = last !== undefined && /^[\s,]*(?:(?:and|but|or)\b[\s,]*(?:also|partly|in part|,| )*)?$/i.test(gap);
    const before = goesOn && last.effect !== null ? last.effect : clauseBefore(sentence, link.start);
    const cause = causeAfter(sentence, link.end);
    if (cause === null || !isChangeOfCrime(sentence.slice(before.start, before.end), context)) continue;
    if (isOnlyAsked(sentence.slice(0, link.start))) continue;
    const strength = strengthOf(
      `${sentence.slice(goesOn ? link.start : Math.max(0, before.start - 30), link.end)} ${sentence.slice(cause.start, cause.start + 12)}`,
    );
    const start = goesOn ? link.start + leading(match[0]) : before.start;
    found.push({
      start,
      end: cause.end,
      cause,
      effect: before,
      topic: topicAt(sentence, cause),
      strength,
      rule: "change-then-cause",
    });
  }
  return found;
}

/** “Because of better recording, offences rose.” */
function fronted(sentence: string, context: CauseContext): Assertion[] {
  const match =
    /^\W*(?:(?:partly|largely|mainly) )?(?:because(?: of)?|thanks to|owing to|due to|as a result of) ([^,]{4,120}), (.{6,160})/i.exec(
      sentence,
    );
  if (match === null || !isChangeOfCrime(trimEffect(match[2] ?? ""), context)) return [];
  const start = sentence.indexOf(match[1] ?? "");
  const cause = { start, end: start + (match[1] ?? "").length };
  const effect = { start: cause.end + 2, end: cause.end + 2 + trimEffect(match[2] ?? "").length };
  const head = leading(sentence);
  return [
    {
      start: head,
      end: effect.end,
      cause,
      effect,
      topic: topicAt(sentence, cause),
      strength: strengthOf(match[0].slice(0, 30)),
      rule: "cause-fronted",
    },
  ];
}

const BACKWARD = new RegExp(
  String.raw`(?<link>(?:\b(?:can|could|may|might|would|will|has|have|had) )?(?:(?:well|also|partly|probably|possibly|not) ){0,2}\b${TO_EFFECT}) `,
  "gi",
);

/** “Better recording explains the rise”, “the campaign led to an increase in reports of stalking”. */
function backward(sentence: string, context: CauseContext): Assertion[] {
  const found: Assertion[] = [];
  for (const match of sentence.matchAll(BACKWARD)) {
    const link = { start: match.index, end: match.index + match[0].length };
    const rest = trimEffect(sentence.slice(link.end, link.end + 160));
    const effect = { start: link.end, end: link.end + rest.length };
    const cause = clauseBefore(sentence, link.start);
    const words = sentence.slice(cause.start, cause.end);
    if (!isChangeOfCrime(rest, context) || isOnlyAsked(sentence.slice(0, link.start))) continue;
    if (words.length < 4 || /^(?:who|what|nothing|he|she|they|we|i|it|this|that|which|there)$/i.test(words)) continue;
    const strength = strengthOf(`${words.slice(0, 14)} ${match[0]} ${rest.slice(0, 24)}`);
    found.push({
      start: cause.start,
      end: effect.end,
      cause,
      effect,
      topic: topicAt(sentence, cause),
      strength,
      rule: "cause-then-change",
    });
  }
  return found;
}

/** “There was greater awareness”, said of a rise just told: offered as its explanation without a word of cause. */
function beside(sentence: string): Assertion[] {
  if (WANTED.test(sentence)) return [];
  const hits = CAUSE_TOPICS.flatMap((topic) => {
    const match = topic.beside?.exec(sentence);
    return match === null || match === undefined ? [] : [{ topic, at: match.index, to: match.index + match[0].length }];
  }).toSorted((a, b) => a.at - b.at);
  const kept = hits.filter(({ at }, i) => i === 0 || at >= (hits[i - 1] as { to: number }).to);
  return kept.flatMap(({ topic, at }, i) => {
    const next = kept[i + 1]?.at ?? sentence.length;
    const end = Math.min(causeAfter(sentence, at)?.end ?? at, trimJoin(sentence, at, next));
    const cause = { start: at, end };
    if (end - at < 6 || isOnlyAsked(sentence.slice(0, at))) return [];
    return [
      {
        start: at,
        end,
        cause,
        effect: null,
        topic,
        strength: strengthOf(sentence.slice(Math.max(0, at - 40), at)),
        rule: "beside-change",
      },
    ];
  });
}

const WANTED =
  /\b(?:promot(?:e|ing)|needs?|must|should|hopes?|want(?:s|ed)?|encourag\w+|urg(?:e|es|ed|ing)|aim(?:s|ed)?|would like|ensur(?:e|ing)|help(?:ing)?|raise|raising|will be|would be|plans?|asked|calls? for|called for|work(?:s|ing)? to|please)\b/i;

/** Two explanations in one phrase are two assertions: “greater awareness and better recording”. */
function split(sentence: string, assertion: Assertion): Assertion[] {
  const { cause, rule } = assertion;
  const words = sentence.slice(cause.start, cause.end);
  const contrast = /,? (?:not|rather than|and not|instead of) /i.exec(words);
  const joint = contrast ?? /,? (?:and|as well as|along with|plus|but also)(?: also)? (?!not )/i.exec(words);
  if (joint === null) return [assertion];
  const [first, second] = [words.slice(0, joint.index), words.slice(joint.index + joint[0].length)];
  const [one, other] = [topicOf(first), topicOf(second)];
  if (one === undefined || other === undefined || one === other) return [assertion];
  const middle = cause.start + joint.index;
  const isLast = rule === "change-then-cause";
  const parts = [
    { cause: { start: cause.start, end: middle }, topic: one },
    { cause: { start: middle + joint[0].length, end: cause.end }, topic: other },
  ];
  return parts.map((part, i) => {
    const keepsEffect = isLast ? i === 0 : i === 1;
    const span = keepsEffect
      ? { start: isLast ? assertion.start : part.cause.start, end: isLast ? part.cause.end : assertion.end }
      : part.cause;
    const strength = i === 1 && contrast !== null ? "denied" : assertion.strength;
    return Object.assign({}, assertion, span, part, { strength });
  });
}

/** A change of crime: a rise or a figure with a crime's name or noun, or one that points back to a change told before. */
function isChangeOfCrime(words: string, { namesCrime, changeBefore }: CauseContext): boolean {
  const tidy = words.replace(/^[\W_]+|[\W_]+$/g, "").replace(/^(?:that|and|but|so|then|also) /i, "");
  if (POINTS_BACK.test(tidy)) return changeBefore;
  const moves = CHANGE.test(tidy);
  if (!moves && !new RegExp(String.raw`\b${FIGURES}\b`, "i").test(tidy)) return false;
  const what = IN_WHAT.exec(tidy)?.[1];
  const isCrime = (each: string): boolean => namesCrime(each) || CRIME.test(each);
  if (isCrime(tidy)) return !OTHER.test(tidy) || (what !== undefined && isCrime(what) && !OTHER.test(what));
  return changeBefore && !OTHER.test(tidy) && DEFINITE.test(tidy);
}

/** From the last break of a clause to an offset. */
function clauseBefore(sentence: string, end: number): { start: number; end: number } {
  const from = Math.max(0, end - 200);
  const words = sentence.slice(from, end).replace(/[\s,]+$/, "");
  const cut = Array.from(words.matchAll(CLAUSE)).at(-1);
  const start = cut === undefined ? 0 : cut.index + cut[0].length;
  const lead = leading(words.slice(start));
  return { start: from + start + lead, end: from + words.length };
}

const CLAUSE =
  /[;:"(\u2013]|, (?:and|but|while|whereas|although|which|who|so|then|said|he|she|they)\b|\b(?:said|says|say|told [\w ]{1,30}|believe[sd]?|thinks?|thought|explained|added|insisted|argued|suggest(?:s|ed)?|acknowledged|admitted|sure|claim(?:s|ed)|accepted|stated|know)\b(?: (?:that|the figures that))?|\b(?:although|while|whereas)\b/gi;

function causeAfter(sentence: string, from: number): { start: number; end: number } | null {
  const words = sentence.slice(from, from + 220);
  const stop = STOP.exec(words);
  const cut = (stop === null ? words : words.slice(0, stop.index)).replace(/[\s,.;:"'!]+$/, "");
  const lead = leading(cut);
  return cut.length - lead < 4 ? null : { start: from + lead, end: from + cut.length };
}

const STOP =
  /[.;:!?"](?:\s|$)|"|,? but\b|,? (?:although|though|while|whereas|however|which|who|adding|because)\b|, (?:said|says|he|she|they|according|and (?:we|he|she|they|it|the|that|there)|with|as|the|in|it|up|from)\b|, \p{Lu}| and (?:we|I|he|she|it) (?:have|has|are|is|was|were|will|had)\b| \u2013 /u;

function trimEffect(words: string): string {
  const stop = /[.;:!?"]|,|\b(?:although|while|whereas|because|but|who)\b/.exec(words);
  return (stop === null ? words : words.slice(0, stop.index)).trimEnd();
}

function trimJoin(sentence: string, from: number, to: number): number {
  return (
    from +
    sentence.slice(from, to).replace(/(?:[\s,;]|\band\b|\bbut\b|\balso\b|\bthere (?:was|is|were)\b|\ba\b)+$/i, "")
      .length
  );
}

/** “Declined to say whether”, “asked if”: no assertion. */
function isOnlyAsked(before: string): boolean {
  return /\b(?:declin|refus)(?:ed|es|ing) to\b|\b(?:would|did|could) not say\b|\b(?:asked|wonder(?:ed|s)?|question(?:ed|s)?|whether|unclear|if)\b/i.test(
    before,
  );
}

function strengthOf(words: string): CauseStrength {
  if (
    /\b(?:not|never|no evidence|nothing to do with|cannot|isn't|wasn't|hardly)\b(?! (?:only|just|all|entirely|wholly|solely))/i.test(
      words,
    )
  )
    return "denied";
  if (/\b(?:may|might|could|possibly|perhaps|cannot be ruled out)\b/i.test(words)) return "may";
  if (
    /\b(?:part|partly|partially|some|contribut\w+|factors?|one reason|something|not (?:only|just|all|entirely|wholly|solely))\b/i.test(
      words,
    )
  )
    return "partly";
  if (
    /\b(?:likely|likeliest|probably|thought|believe[ds]?|appears?|seems?|suggests?|expected|think|understood)\b/i.test(
      words,
    )
  )
    return "likely";
  return "is";
}

function topicAt(
  sentence: string,
  { start, end }: { readonly start: number; readonly end: number },
): CauseTopic | null {
  return topicOf(sentence.slice(start, end)) ?? null;
}

function overlap(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end;
}

function leading(words: string): number {
  return /^(?:[\s,"'(]|(?:and|but|that|so|also)\s)*/i.exec(words)?.[0].length ?? 0;
}
