import { type AuditPair, auditPairs } from "./audits.ts";
import type { Audit } from "./context.ts";
import type { Cause, ChangeQuestion, Evidence } from "./explanation.ts";
import { viewsOf } from "./mechanisms.ts";
import { sayMonth } from "./months.ts";
import { sayCount, sayMeasured, sayTimes } from "./say.ts";
import { type Loading, loadingOf, type Witness } from "./signatures.ts";
import { rulesThatTouch } from "./touching.ts";
import type { Account } from "./weigh.ts";
import type { Scope, Testimony } from "./witnesses.ts";

/** What evidence is told from. */
export interface Told {
  readonly question: ChangeQuestion;
  readonly accounts: readonly Account[];
  readonly testimonies: readonly Testimony[];
  /** What remains of the log change when residents are taken out. */
  readonly change: number;
}

/** What speaks for and against a cause, and what was looked at and says neither, the plainest first. */
export function evidenceOf(cause: Cause, told: Told): readonly Evidence[] {
  if (cause === "chance") return [];
  const size = sizeOf(cause, told);
  return [...dates(cause, told), ...audits(cause, told.question), ...witnesses(cause, { ...told, size })];
}

/** How large the cause would be: as the accounts that hold it have it, or the whole change. */
function sizeOf(cause: Cause, { accounts, change }: Told): number {
  let [sum, weight] = [0, 0];
  for (const { mechanisms, effects, probability } of accounts) {
    for (const [m, each] of mechanisms.entries()) {
      if (each.cause !== cause) continue;
      sum += probability * effects[m]!.mean;
      weight += probability;
    }
  }
  return weight > 0.02 ? sum / weight : change;
}

/** The calendar: what is known to have begun between the periods, and the month the counts point to. */
function dates(cause: Cause, { question, accounts }: Told): readonly Evidence[] {
  const known = titlesFor(cause, question);
  if (known === null) return [];
  const within = cause === "counting-rule" ? movesWithin(question) : [];
  if (within.length > 0 && known.length === 0) return within;
  if (known.length === 0) {
    return [fact("calendar", ABSENT[cause] === true ? "against" : "neither", MISSING[cause] ?? "")];
  }
  const best = accounts.find(({ mechanisms }) =>
    mechanisms.some((each) => each.cause === cause && each.dated !== null),
  );
  const m = best?.mechanisms.findIndex((each) => each.cause === cause) ?? -1;
  const held = accounts.reduce(
    (sum, each) => sum + (each.mechanisms.some((one) => one.cause === cause) ? each.probability : 0),
    0,
  );
  const effect =
    best === undefined ? null : { estimate: best.effects[m]!.mean, error: Math.sqrt(best.effects[m]!.variance) };
  const size =
    effect === null ? "" : ` The counts from that date on are ${sayMeasured(effect)} what they would else have been.`;
  const speaks = held > 0.5 ? "for" : held < 0.1 ? "against" : "neither";
  return [{ code: "calendar", speaks, text: `${known.join("; ")}.${size}`, measured: effect, expected: null }];
}

/** Rules that moved records among the classes asked about: their sum stays, and so does this count. */
function movesWithin({ context, classes, from, to }: ChangeQuestion): readonly Evidence[] {
  const inside = (each: string | null) => each !== null && classes.includes(each);
  return context.rules
    .filter(
      ({ fromClass, toClass, month }) => inside(fromClass) && inside(toClass) && month > from.first && month <= to.last,
    )
    .map(({ title, month }) =>
      fact(
        "calendar",
        "against",
        `${title}, from ${sayMonth(month)}: a move among the classes asked about, which leaves their sum as it was.`,
      ),
    );
}

/** Causes that cannot have acted without a date that is known. */
const ABSENT: Readonly<Partial<Record<Cause, true>>> = { "law-change": true, "counting-rule": true };

const MISSING: Readonly<Partial<Record<Cause, string>>> = {
  "law-change": "No law that touches the class came into force between the two periods.",
  "counting-rule": "No counting rule that touches the class began between the two periods.",
  recording: "No inspection, audit or training of this force is known for the time between.",
  classification: "No training of this force is known for the time between.",
  event: "No event that would set off this class is known for the time between.",
};

/** What the calendar holds for a cause; null for a cause that needs no date. */
function titlesFor(cause: Cause, question: ChangeQuestion): readonly string[] | null {
  const { context, area, classes, from, to } = question;
  const inside = (month: number) => month > from.first && month <= to.last;
  const rules = (basis: "law" | "rule") =>
    rulesThatTouch(question)
      .filter((rule) => rule.basis === basis)
      .map(({ title, month }) => `${title}, from ${sayMonth(month)}`);
  const training = context.training
    .filter((each) => each.area === area && inside(each.month))
    .map(({ title, month }) => `${title}, ${sayMonth(month)}`);
  if (cause === "law-change") return rules("law");
  if (cause === "counting-rule") return rules("rule");
  if (cause === "recording" || cause === "classification") return training;
  if (cause !== "event") return null;
  return context.events
    .filter((event) => inside(event.month) && event.classes.some((each) => classes.includes(each)))
    .map(({ title, date }) => `${title}, ${date}`);
}

function audits(cause: Cause, question: ChangeQuestion): readonly Evidence[] {
  return cause === "recording" ? auditPairs(question).map(audited) : [];
}

/** What a pair of audits would explain by itself, and at most: with the earlier one at the low end of its margin. */
function audited({ before, after, log, variance, later }: AuditPair): Evidence {
  const part = ({ recorded, margin }: Audit) =>
    `${(recorded * 100).toFixed(1)} %${margin === null ? "" : ` ± ${(margin * 100).toFixed(2)}`}`;
  const [what, alike] =
    before.classes === "all"
      ? ["all reported crime", "all crime was"]
      : [`reported ${before.classes.join(", ")}`, "these classes were"];
  const more = (factor: number) => `${factor < 1 ? "−" : "+"}${Math.abs((factor - 1) * 100).toFixed(1)} %`;
  const most =
    before.margin === null
      ? ""
      : ` (up to ${more(after.recorded / (before.recorded - before.margin))} at the audit’s margin)`;
  const when =
    later > 0 ? " The second audit looked at a time after the later period, so part of this may have come later." : "";
  const text =
    `Audits found ${part(before)} of ${what} recorded, then ${part(after)}. That explains ${more(Math.exp(log))} of the count${most}, ` +
    `if the class was recorded as ${alike}; its own rate was not audited and may have been lower.${when}`;
  const measured = { estimate: log, error: Math.sqrt(variance) };
  return { code: "audit", speaks: log > 2 * measured.error ? "for" : "neither", text, measured, expected: log };
}

function fact(code: string, speaks: Evidence["speaks"], text: string): Evidence {
  return { code, speaks, text, measured: null, expected: null };
}

type Sized = Told & { readonly size: number };

function witnesses(cause: Exclude<Cause, "chance">, told: Sized): readonly Evidence[] {
  const scopes = scopesOf(cause, told.accounts);
  const each = told.testimonies
    .filter(({ witness, scope }) => witness !== "audit" && scopes.includes(scope))
    .map((testimony) => ({ testimony, loading: loadingOf(cause, testimony.witness) }));
  return each
    .map(({ testimony, loading }) => heard(testimony, { loading, size: told.size }))
    .toSorted((a, b) => RANK[a.speaks] - RANK[b.speaks]);
}

/** Where a cause is thought to act: what is said of other places bears on it only if it acts there too. */
function scopesOf(cause: Cause, accounts: readonly Account[]): readonly Scope[] {
  const acting = accounts.flatMap(({ mechanisms }) => mechanisms.filter((each) => each.cause === cause));
  const reach = acting[0]?.reach ?? (cause === "law-change" || cause === "counting-rule" ? "national" : "local");
  return ["own", ...viewsOf(reach)];
}

const RANK: Readonly<Record<Evidence["speaks"], number>> = { for: 0, against: 1, neither: 2 };
/** From this log ratio on one reading of a testimony is held to be better than the other: about three to one. */
const PLAIN = 1.1;

/** A testimony set against what the cause would have done, and against nothing having touched it. */
function heard(
  testimony: Testimony,
  { loading, size }: { readonly loading: Loading; readonly size: number },
): Evidence {
  const { estimate, variance } = testimony;
  const expected = loading.mean * size;
  const wide = variance + (loading.spread * size) ** 2;
  const still = logNormal(estimate, { mean: 0, variance });
  const moved = logNormal(estimate, { mean: expected, variance: wide });
  const quiet = Math.abs(expected) < 0.02;
  const other = logNormal(estimate, { mean: size, variance: variance + (0.4 * size) ** 2 });
  const score = quiet ? moved - other : moved - still;
  const speaks = score > PLAIN ? "for" : score < -PLAIN ? "against" : "neither";
  const measured = { estimate, error: Math.sqrt(variance) };
  const text = sentence(testimony, quiet ? null : expected);
  return { code: testimony.witness, speaks, text, measured, expected, className: testimony.className };
}

function logNormal(value: number, { mean, variance }: { readonly mean: number; readonly variance: number }): number {
  return -(Math.log(variance) + (value - mean) ** 2 / variance) / 2;
}

const NAMES: Readonly<Record<Witness, string>> = {
  calls: "Calls for service about",
  survey: "The survey’s level of",
  historic: "Offences from over a year before, per recorded crime, of",
  reporting_delay: "Days from offence to report of",
  incidents: "Reports not recorded as crimes of",
  cancelled: "Cancelled records of",
  sibling: "Recorded",
  audit: "Audited recording of",
};

function sentence({ witness, className, scope, estimate, variance, seen }: Testimony, expected: number | null): string {
  const measured = sayMeasured({ estimate, error: Math.sqrt(variance) });
  const of = `${NAMES[witness]} ${className}`;
  const own =
    seen === null || witness === "historic" || witness === "cancelled"
      ? ""
      : `${sayCount(seen.before)}, then ${sayCount(seen.after)}; `;
  const beside = {
    local: `${own}${measured} what the other areas’ change would give`,
    national: `in the other areas ${measured} what it was`,
    own: `${own}${measured} what it was`,
  }[scope];
  const would =
    expected === null ? "it should have stayed as it was" : `about ${sayTimes(expected)} was to be expected`;
  return `${of}: ${beside}; ${would}.`;
}
