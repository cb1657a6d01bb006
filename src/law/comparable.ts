import { sayDay, sayPeriod, wholeMonths } from "../base/index.ts";
import { coverageBetween, type RuleRow, rulesBetween } from "./changes.ts";
import { titleOf } from "./classes.ts";
import type { CoverageRow, Law } from "./law.ts";
import { inCodeOrder } from "./names.ts";

/** What a figure counts, where and when. */
export interface Counted {
  readonly area: string;
  /** Recorded-crime codes, or the slug of a group without codes. */
  readonly codes: readonly string[];
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  /** The dataset it comes from, where its own gaps matter. */
  readonly dataset?: string | undefined;
}

export interface Comparability {
  readonly comparable: boolean;
  /** Why not, and what to know even when it is. */
  readonly reasons: readonly string[];
}

interface Finding {
  readonly breaks: boolean;
  readonly reason: string;
}

/** Whether two figures may be set side by side, and if not why; a move inside both leaves the total unaffected. */
export function comparable(law: Law, a: Counted, b: Counted): Comparability {
  const findings = [
    ...unlikeAreas(law, a, b),
    ...unlikeMeasures(a, b),
    ...unlikeClasses(law, a, b),
    ...unlikePeriods(a, b),
    ...rules(law, a, b),
    ...gaps(law, a, b),
  ];
  return { comparable: !findings.some(({ breaks }) => breaks), reasons: findings.map(({ reason }) => reason) };
}

function unlikeAreas(law: Law, a: Counted, b: Counted): Finding[] {
  if (a.area === b.area) return [];
  const nameOf = ({ area }: Counted) => law.areaBySlug.get(area)?.name ?? area;
  return [breaking(`Different areas: ${nameOf(a)} and ${nameOf(b)}.`)];
}

const MEANINGS: Readonly<Record<string, string>> = {
  recorded: "recorded crimes",
  flagged: "crimes with a flag, of any class",
  incidents: "incidents, of which some are not crimes",
  calls: "calls for service",
  "recorded-female-victims": "recorded crimes with a female victim or a flag",
  "street-recorded": "street-level crimes, placed on a map",
  prosecuted: "defendants, not offences",
  convicted: "defendants, not offences",
  sentenced: "defendants, not offences",
  survey: "answers to a survey",
  "survey-prevalence": "answers to a survey",
  population: "residents",
};

function unlikeMeasures(a: Counted, b: Counted): Finding[] {
  if (a.measure === b.measure) return [];
  const say = ({ measure }: Counted) => MEANINGS[measure] ?? measure;
  return [breaking(`Different things are counted: ${say(a)}, and ${say(b)}.`)];
}

function unlikeClasses(law: Law, a: Counted, b: Counted): Finding[] {
  const more = a.codes.filter((code) => !b.codes.includes(code));
  const fewer = b.codes.filter((code) => !a.codes.includes(code));
  if (more.length === 0 && fewer.length === 0) return [];
  if (more.length > 0 && fewer.length > 0) {
    return [
      breaking(
        `Different classes: only the first has ${sayCodes(law, more)}; only the second has ${sayCodes(law, fewer)}.`,
      ),
    ];
  }
  return fewer.length > 0
    ? [breaking(`More classes: the second also has ${sayCodes(law, fewer)}.`)]
    : [breaking(`Fewer classes: only the first has ${sayCodes(law, more)}.`)];
}

function sayCodes(law: Law, codes: readonly string[]): string {
  const said = inCodeOrder(codes).map((code) =>
    law.classByCode.has(code.toLowerCase()) ? `${code} ${titleOf(law, code).toLowerCase()}` : titleOf(law, code),
  );
  return said.length > 6 ? `${said.slice(0, 5).join(", ")} and ${said.length - 5} more` : said.join(", ");
}

function unlikePeriods(a: Counted, b: Counted): Finding[] {
  const [months, others] = [wholeMonths(a.from, a.to), wholeMonths(b.from, b.to)];
  const same = a.from === b.from && a.to === b.to;
  const [lengthA, lengthB] = [daysIn(a), daysIn(b)];
  const alike = months > 0 && others > 0 ? months === others : lengthA === lengthB;
  return [
    ...(alike ? [] : [breaking(`Periods of different length: ${sayPeriod(a)}, and ${sayPeriod(b)}.`)]),
    ...(!same && a.from <= b.to && b.from <= a.to
      ? [breaking(`The periods overlap: ${sayPeriod(a)}, and ${sayPeriod(b)}.`)]
      : []),
  ];
}

function daysIn({ from, to }: Counted): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days + 1;
}

/** A rule in force from the first day of the earlier period breaks nothing between the two. */
function rules(law: Law, a: Counted, b: Counted): Finding[] {
  const [first, last] = a.from <= b.from ? [a, b] : [b, a];
  const to = first.to > last.to ? first.to : last.to;
  return rulesBetween(law, { codes: [...a.codes, ...b.codes], from: first.from, to })
    .filter(({ date }) => date > first.from)
    .flatMap((rule) => judge(rule, a, b));
}

function judge(rule: RuleRow, a: Counted, b: Counted): Finding[] {
  const head = `${sayDay(rule.date)}: ${rule.title}${isSure(rule) ? "" : " (unconfirmed)"}.`;
  if (rule.kind === "law")
    return rule.direction === "none"
      ? []
      : [{ breaks: false, reason: `${head} A change of law, which may move the count.` }];
  if (rule.change !== "moved")
    return [
      breaking(
        `${head} The rule counts ${rule.direction === "down" ? "fewer" : rule.direction === "up" ? "more" : "differently"}.`,
      ),
    ];
  const ends = [...rule.fromClasses, ...rule.toClasses];
  const inside = [a, b].every(({ codes }) => ends.every((code) => codes.includes(code)));
  if (inside)
    return [
      { breaks: false, reason: `${head} A move between classes that are both counted here: the total is unaffected.` },
    ];
  return [breaking(`${head} A move between classes of which only some are counted here.`)];
}

function isSure({ confidence }: RuleRow): boolean {
  return confidence !== "M" && confidence !== "?";
}

const GAPS: Readonly<Record<CoverageRow["kind"], string>> = {
  missing: "Partly covered",
  partial: "Partly covered",
  "new-system": "New record system",
  revised: "Revised",
  definition: "Definition",
};

/** A gap breaks the comparison; what is only to be known beside the figures does not. Gaps that both have are like in both. */
function gaps(law: Law, a: Counted, b: Counted): Finding[] {
  const [inA, inB] = [coverageBetween(law, a), coverageBetween(law, b)];
  const rows = [...new Set([...inA, ...inB])].filter(({ kind }) => kind !== "definition");
  return rows.map((row) => {
    const { kind, title, confidence } = row;
    const lacking = kind === "missing" || kind === "partial";
    const alike = inA.includes(row) && inB.includes(row);
    const unsure = confidence === "M" || confidence === "?" ? " (unconfirmed)" : "";
    return { breaks: lacking && !alike, reason: `${GAPS[kind]}: ${title}${unsure}.` };
  });
}

function breaking(reason: string): Finding {
  return { breaks: true, reason };
}
