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
  /** Whether the later audit looks at a time after the later period, so that part of its gain may have come later still. */
  readonly later: boolean;
}

/** The last audit no later than the earlier period and the first no earlier than the later one; undefined without both. */
export function auditPair({ context, area, classes, from, to }: ChangeQuestion): AuditPair | undefined {
  const ours = context.audits
    .filter((audit) => audit.area === area && bearsOn(audit, classes))
    .toSorted((a, b) => a.first - b.first || Number(a.classes === "all") - Number(b.classes === "all"));
  const named = ours.filter((audit) => audit.classes !== "all");
  const used = named.length > 1 ? named : ours.filter((audit) => audit.classes === "all");
  const before = used.findLast((audit) => audit.first <= from.last);
  const after = used.find((audit) => audit !== before && audit.last >= to.first && audit.first > from.last);
  if (before === undefined || after === undefined) return undefined;
  return {
    before,
    after,
    log: Math.log(after.recorded / before.recorded),
    variance: relative(before) + relative(after),
    later: after.first > to.last,
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

/** What a pair of audits says of recording, as a testimony. */
export function auditTestimony(question: ChangeQuestion): readonly Testimony[] {
  const pair = auditPair(question);
  if (pair === undefined) return [];
  const { before, after, log, variance, later } = pair;
  return [
    {
      witness: "audit",
      scope: "local",
      className: before.classes === "all" ? "all" : before.classes.join("+"),
      estimate: log,
      variance: variance + (later ? (log / 2) ** 2 : 0) + 1e-4,
      seen: { before: before.recorded, after: after.recorded },
    },
  ];
}
