import type { Audit } from "./context.ts";
import type { ChangeQuestion } from "./explanation.ts";
import type { Testimony } from "./witnesses.ts";

/** Two audits of one force that bear on a change: what was recorded of what was reported, before and after. */
export interface AuditPair {
  readonly before: Audit;
  readonly after: Audit;
  /** Log of the ratio of the two parts, and its variance from the audits' margins. */
  readonly log: number;
  readonly variance: number;
  /** Months from the end of the later period to the later audit, during which part of its gain may still have come; 0 for none. */
  readonly later: number;
  /** Months from the earlier audit to the earlier period, during which part of its gain may already have come; 0 for none. */
  readonly earlier: number;
}

/** Pairs of audits that bear on the classes asked about, those of narrower classes first: they say more. */
export function auditPairs(question: ChangeQuestion): readonly AuditPair[] {
  const ours = question.context.audits
    .filter((audit) => audit.area === question.area && bearsOn(audit, question.classes))
    .toSorted((a, b) => a.first - b.first);
  const named = ours.filter((audit) => audit.classes !== "all");
  const general = ours.filter((audit) => audit.classes === "all");
  return [named, general].flatMap((audits) => pairOf(audits, question) ?? []);
}

/** The last audit no later than the earlier period and the first no earlier than the later one; undefined without both. */
function pairOf(audits: readonly Audit[], { from, to }: ChangeQuestion): AuditPair | undefined {
  const before = audits.findLast((audit) => audit.first <= from.last);
  const after = audits.find((audit) => audit !== before && audit.last >= to.first && audit.first > from.last);
  if (before === undefined || after === undefined) return undefined;
  return {
    before,
    after,
    log: Math.log(after.recorded / before.recorded),
    variance: relative(before) + relative(after),
    later: Math.max(0, after.first - to.last - 1),
    earlier: Math.max(0, from.first - before.last - 1),
  };
}

function bearsOn({ classes: audited }: Audit, classes: readonly string[]): boolean {
  return audited === "all" || classes.some((each) => audited.includes(each));
}

/** The margin of an audit that published none. */
const UNPUBLISHED = 0.02;

function relative({ recorded, margin }: Audit): number {
  return ((margin ?? UNPUBLISHED) / 1.96 / recorded) ** 2;
}

/** Months between an audit and a period after which half its gain is a fair guess of how far it may be off. */
const HALF_KNOWN = 12;

/** What a pair of audits says of recording, as a testimony: the part of their gain that came between the two periods. */
export function auditTestimony(question: ChangeQuestion): readonly Testimony[] {
  const pair = auditPairs(question)[0];
  if (pair === undefined) return [];
  const { before, after, log, variance, later, earlier } = pair;
  const off = (months: number) => Math.min(0.5, (0.5 * months) / HALF_KNOWN);
  return [
    {
      witness: "audit",
      scope: "local",
      className: before.classes === "all" ? "all" : before.classes.join("+"),
      estimate: log,
      variance: variance + (log * Math.hypot(off(later), off(earlier))) ** 2 + 1e-4,
      seen: { before: before.recorded, after: after.recorded },
    },
  ];
}
