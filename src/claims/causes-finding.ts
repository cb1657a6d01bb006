import { maybePeriod, sayDay, sayPeriod } from "../base/index.ts";
import { auditsBetween, eventsBetween, type Law, rulesBetween } from "../law/index.ts";
import type { CauseStrength } from "./causes-clause.ts";
import { CAUSE_TOPICS, type CauseWord } from "./causes-words.ts";
import type { StatedCause } from "./causes.ts";
import type { ReadClaim } from "./claim.ts";
import { sayReach } from "./law-dates-known.ts";
import type { LawNames } from "./names.ts";

/** In plain words: who asserts what how strongly, on what evidence, what would show it, and what is known that bears on it. */
export function causeFinding(claim: ReadClaim, names: LawNames): string {
  const { cause } = claim;
  if (cause === undefined) return "";
  const { knowledge } = names;
  const codes = names.subjects.find(({ slug }) => slug === claim.subject)?.classes;
  const known = knowledge === undefined ? "" : sayKnown(cause, { claim, law: knowledge, codes });
  return [sayAsserted(cause), "Cannot tell from the text.", sayEvidence(cause), saySigns(cause.cause), known]
    .filter((each) => each !== "")
    .join(" ");
}

function sayAsserted({ speaker, strength, topic, about }: StatedCause): string {
  const who = speaker === null ? "The text" : speaker.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const what = topic === null ? "a cause that is none of those weighed here" : `${topic} as a cause`;
  const how = about?.words === null ? ", beside the change and not joined to it by any word of cause" : "";
  return `${who} ${STRENGTH[strength]} ${what}${how}.`;
}

const STRENGTH: Readonly<Record<CauseStrength, string>> = {
  is: "gives",
  likely: "gives, as likely,",
  may: "gives, as possible,",
  partly: "gives, as a part of it,",
  denied: "rules out",
};

function sayEvidence({ evidence }: StatedCause): string {
  return evidence === null
    ? "It gives no evidence."
    : `It mentions ${evidence.toLowerCase()}, but not how much that explains.`;
}

function saySigns(cause: CauseWord | null): string {
  return cause === null ? "" : SIGNS[cause];
}

/** What would support or refute each explanation, one line each; from the signatures in docs/methods/claims-causes.md. */
const SIGNS: Readonly<Record<CauseWord, string>> = {
  chance: "For it: the change lies within the limits of the series’ own spread. Against it: it lies outside them.",
  "law-change":
    "For it: a step at the day the law took effect, in all forces at once, with offences dated after it only. Against it: a rise that begins at another time or in one force alone.",
  "counting-rule":
    "For it: a step on the day of the rule in all forces, and, if offences were moved, a like fall in the class they left. Against it: no step on that day, or no fall there.",
  recording:
    "For it: calls for service stay flat while the recorded number rises, most victim crimes rise together, and the step follows an audit or inspection. Against it: calls rise as much.",
  classification:
    "For it: the neighbouring classes (harassment, public order, assault) fall by as much, the total stays flat, and the step follows the training. Against it: the neighbouring classes rise too.",
  reporting:
    "For it: more historic offences and longer days to report, a higher share reported in surveys, a ramp after a campaign. Against it: days to report unchanged while calls and survey rise together.",
  event:
    "For it: a spike after the day that decays within weeks, and no rise in the plain twins of the aggravated offences. Against it: a rise that began before, lasts, or is as large in the plain twins.",
  "real-change":
    "For it: independent sources (surveys, calls, injuries) and neighbouring forces move alike, and days to report do not change. Against it: the survey stays flat.",
  population: "For it: rates per head stay flat. Against it: the rate per head changes as the number does.",
  "data-error":
    "For it: one odd month or force that is later revised. Against it: later releases give the same number.",
};

interface Known {
  readonly claim: ReadClaim;
  readonly law: Law;
  readonly codes: readonly string[] | undefined;
}

/** What the knowledge base already holds that bears on a stated cause. */
function sayKnown(cause: StatedCause, known: Known): string {
  return [sayLawDates(cause, known), saySpan(cause, known), sayAudit(cause, known), sayEvent(cause, known)]
    .filter((each) => each !== "")
    .join(" ");
}

/** “Awareness of it as a separate offence”: days on which an offence or its class began, where they lie before the change. */
function sayLawDates({ stated, cause }: StatedCause, { claim, law, codes }: Known): string {
  if (codes === undefined || (cause !== "law-change" && !/\b(?:offence|law|act|class)\b/i.test(stated))) return "";
  const offence = rulesBetween(law, { codes, from: "0000-01-01", to: "9999-12-31" }).filter(
    ({ kind, change, title }) =>
      kind === "law" && change === "new-offence" && title.toLowerCase().includes(firstWord(claim.subject)),
  );
  const starts = codes.flatMap((code) => law.classByCode.get(code.toLowerCase())?.valid_from ?? []);
  const [row, ...more] = offence;
  if (row === undefined || more.length > 0) return "";
  const reach = sayReach(claim, [row.date, ...starts]);
  const start = starts.length === 1 ? `, and its recorded-crime class starts on ${sayDay(starts[0] ?? "")}` : "";
  const doubt = isConfirmed(row.confidence) ? "" : " (not confirmed)";
  return `The offence dates from ${sayDay(row.date)}${doubt}${start}${reach === "" ? "" : `: ${reach}`}.`;
}

function firstWord(subject: string | null): string {
  return subject?.split("-")[0] ?? "\u0000";
}

/** For laws and rules: those that took effect between the periods compared, or that none did. */
function saySpan({ cause }: StatedCause, { claim, law, codes }: Known): string {
  const span = spanOf(claim);
  if (span === null || codes === undefined || (cause !== "law-change" && cause !== "counting-rule")) return "";
  const kind = cause === "law-change" ? "law" : "counting-rule";
  const rows = rulesBetween(law, { codes, ...span }).filter((row) => row.kind === kind && row.date > span.from);
  const noun = kind === "law" ? "law" : "counting rule";
  if (rows.length === 0)
    return `No ${noun} that bears on it took effect in ${sayPeriod(span)}, as far as is held here.`;
  const said = rows
    .slice(0, 3)
    .map(
      ({ title, date, confidence }) =>
        `“${title}” on ${sayDay(date)}${isConfirmed(confidence) ? "" : " (not confirmed)"}`,
    );
  return `In ${sayPeriod(span)} took effect: ${said.join("; ")}.`;
}

/** For recording, classification and reporting: an audit of the area, and the most that recording alone could have added. */
function sayAudit({ cause }: StatedCause, { claim, law, codes }: Known): string {
  const span = spanOf(claim);
  if (
    span === null ||
    claim.area === null ||
    (cause !== "recording" && cause !== "classification" && cause !== "reporting")
  )
    return "";
  const audits = auditsBetween(law, { area: claim.area, ...(codes === undefined ? {} : { codes }), ...span });
  const audit = audits.find(({ confidence, published }) => isConfirmed(confidence) && published !== null);
  if (audit === undefined) return "";
  const { recorded, margin, published, valid_from: from, valid_to: to, classes, source } = audit;
  const what = classes.includes("all") ? "reported crime" : classes.join(", ").replaceAll("-", " ");
  const give = margin === null ? "" : ` (give or take ${percent(margin)})`;
  const most = Number((1 / (recorded - (margin ?? 0))).toFixed(2));
  return `Better recording is a rival: an inspection published on ${sayDay(published ?? "")} found ${percent(recorded)} per cent${give} of ${what} recorded in ${sayPeriod({ from, to })}; recording all of it would have raised the count by ${most} times at most, were this class like the rest, which was not audited alone (${source}).`;
}

function percent(share: number): string {
  return String(Number((share * 100).toFixed(2)));
}

/** For an event: its day and what is held of it. */
function sayEvent({ cause, topic }: StatedCause, { claim, law, codes }: Known): string {
  const rows = CAUSE_TOPICS.find((each) => each.topic === topic)?.rows;
  if (cause !== "event" || rows === undefined) return "";
  const held = eventsBetween(law, { ...(codes === undefined ? {} : { codes }), from: "0000-01-01", to: "9999-12-31" });
  const event = held.find(({ title, kind }) => kind === "event" && rows.test(title));
  if (event === undefined) return "No such event is held that bears on this class.";
  const doubt = isConfirmed(event.confidence) ? "" : " (not confirmed)";
  const span = spanOf(claim);
  const before = span !== null && event.valid_from < span.from ? " It lies before the periods compared." : "";
  return (
    `Held: ${event.title}, ${sayDay(event.valid_from)}${doubt}. ${event.text}${before}`.trim() +
    (event.text === "" ? "" : ` (${event.source}.)`)
  );
}

function spanOf({ basePeriod, period }: ReadClaim): { from: string; to: string } | null {
  const [before, after] = [maybePeriod(basePeriod ?? ""), maybePeriod(period ?? "")];
  if (after === undefined) return null;
  return { from: (before ?? after).from, to: after.to };
}

function isConfirmed(confidence: string): boolean {
  return confidence !== "M" && confidence !== "?";
}
