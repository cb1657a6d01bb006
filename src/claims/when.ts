import {
  calendarMonth,
  calendarQuarter,
  calendarYear,
  financialYear,
  maybePeriod,
  periodBetween,
  yearEnding,
} from "../base/index.ts";
import { matchesOf } from "./matches.ts";

/** A period named in a text; `label` is null when it hangs on something the text does not say (“last year”, undated). */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  readonly label: string | null;
  /** “the year before”: the period one year before the one it is compared with. */
  readonly relative: "previous" | null;
  /** “last year” stands without a preposition. */
  readonly bare: boolean;
}

/** Periods in a plain text: years, financial years, months, quarters, years to a month, and years told by the text's date. */
export function periodsOf(text: string, dated?: string): PeriodMention[] {
  const mentions: PeriodMention[] = [];
  for (const match of matchesOf(text, PERIOD)) {
    if (match.groups?.["day"] !== undefined) continue;
    const end = match.index + match[0].length;
    const relative = match.groups?.["before"] === undefined ? null : "previous";
    const bare = match.groups?.["last"] !== undefined;
    mentions.push({ start: match.index, end, relative, bare, label: labelOf(match.groups ?? {}, dated) });
  }
  return mentions;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const YEAR = String.raw`(?:19|20)\d\d`;
const PERIOD = new RegExp(
  [
    String.raw`(?:(?:the )?(?:twelve|12)[ -]months?(?: period)?|(?:the )?year|(?:the )?financial year|YE)[ -](?:(?:to|ending|ended|end)(?: in)?(?: the end of)? )?(?:\d\d? )?(?<toMonth>${MONTH})\.?,? (?<toYear>${YEAR})`,
    String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}\b`,
    String.raw`\b(?<financial>${YEAR})[/\u2013-](?<next>\d\d(?:\d\d)?)\b(?![-/]\d)`,
    String.raw`\b(?<m1>${MONTH})(?: (?<y1>${YEAR}))?(?: (?:to|and|until) | ?[\u2013-] ?)(?<m2>${MONTH}) (?<y2>${YEAR})\b`,
    String.raw`\b(?:q(?<q>[1-4])|(?<qw>first|second|third|fourth|final) quarter)(?: of|,)? (?<qy>${YEAR})\b`,
    String.raw`(?<![\d] )\b(?<month>${MONTH})\.?,? (?<my>${YEAR})\b`,
    String.raw`(?<![\w.,/£$€#-]|section |act )(?<year>${YEAR})(?![\w%£$€]|[.,/-]\d|\s?%|\s?per\s?cent)`,
    String.raw`\b(?<before>the (?:previous|preceding|prior) (?:year|12 months|twelve months)|the year before|(?:a|one) year (?:earlier|before|ago|previously)|12 months (?:earlier|before|ago)|the same period (?:the (?:previous|year) (?:year|before)|a year earlier|last year))\b`,
    String.raw`\b(?<last>last year|this year)\b`,
  ].join("|"),
  "gi",
);

type Groups = Readonly<Record<string, string | undefined>>;

function labelOf(g: Groups, dated: string | undefined): string | null {
  if (g["toMonth"] !== undefined) return tidyLabel(yearEnding(Number(g["toYear"]), monthOf(g["toMonth"])));
  if (g["financial"] !== undefined) return labelOfTwoYears(Number(g["financial"]), g["next"] ?? "");
  if (g["m1"] !== undefined) return labelOfMonths(g);
  if (g["qy"] !== undefined) return calendarQuarter(Number(g["qy"]), quarterOf(g)).label;
  if (g["month"] !== undefined) return calendarMonth(Number(g["my"]), monthOf(g["month"])).label;
  if (g["year"] !== undefined) return calendarYear(Number(g["year"])).label;
  if (g["last"] !== undefined && dated !== undefined) {
    const year = Number(dated.slice(0, 4));
    return calendarYear(/last/i.test(g["last"]) ? year - 1 : year).label;
  }
  return null;
}

function labelOfTwoYears(year: number, next: string): string | null {
  return Number(next.slice(-2)) === (year + 1) % 100 ? financialYear(year).label : null;
}

function labelOfMonths(g: Groups): string | null {
  const [m1, m2, y2] = [monthOf(g["m1"]), monthOf(g["m2"]), Number(g["y2"])];
  const y1 = g["y1"] === undefined ? (m1 > m2 ? y2 - 1 : y2) : Number(g["y1"]);
  const [first, last] = [calendarMonth(y1, m1), calendarMonth(y2, m2)];
  return first.from < last.to ? tidyLabel(periodBetween(first.from, last.to)) : null;
}

/** A year to December is the calendar year, a year to March the financial year; what has no label of the contract has none. */
function tidyLabel(period: { readonly from: string; readonly to: string }): string | null {
  const { label } = periodBetween(period.from, period.to);
  return maybePeriod(label) === undefined ? null : label;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

function quarterOf(g: Groups): number {
  if (g["q"] !== undefined) return Number(g["q"]);
  return { first: 1, second: 2, third: 3 }[(g["qw"] ?? "").toLowerCase()] ?? 4;
}
