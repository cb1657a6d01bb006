import { happens, pick, type Random, whole } from "../random.ts";
import { isoMinute, MINUTES_A_DAY } from "./calendar.ts";
import { skewed } from "./draw.ts";
import type { Person } from "./kinds.ts";
import { DELIVERED, type Recorded, type Recorder } from "./recorder.ts";
import type { OrderMade } from "./story.ts";

export interface OrderInput {
  readonly order: OrderMade;
  readonly subject: Person;
  readonly protects: Person;
  /** Events in which both have come to have person numbers. */
  readonly recorded: readonly Recorded[];
}

/** Writes a court's order and the application for it, some days after; nothing where nobody has a person number. */
export function addOrder(random: Random, recorder: Recorder, { order, subject, protects, recorded }: OrderInput): void {
  const last = recorded.findLast((each) => each.happening.reportedAt < order.madeAt) ?? recorded[0];
  const nominalOf = ({ id }: Person) =>
    recorded.map(({ nominals }) => nominals.get(id) ?? "").find((found) => found !== "");
  const [subjectRef, protectedRef] = [nominalOf(subject), nominalOf(protects)];
  if (last === undefined || (subjectRef === undefined && protectedRef === undefined)) return;
  const { force } = last.happening;
  const enteredAt = Math.min(DELIVERED - 1, order.madeAt + Math.round(skewed(random, 3 * MINUTES_A_DAY, 1)));
  recorder.add("orders", {
    order_ref: recorder.reference("O", force, order.madeAt),
    kind: order.kind,
    made_at: isoMinute(order.madeAt),
    ends_at: happens(random, 0.1) ? "" : isoMinute(order.madeAt + whole(random, 1, 5) * 365 * MINUTES_A_DAY),
    entered_at: isoMinute(enteredAt),
    subject_nominal: subjectRef ?? "",
    protected_nominal: protectedRef ?? "",
    conditions: pick(random, CONDITIONS),
    force,
  });
  if (order.kind === "non-molestation") return;
  const appliedAt = order.madeAt - whole(random, 1, 3) * MINUTES_A_DAY;
  recorder.add("actions", {
    action_ref: recorder.reference("A", force, appliedAt),
    event_ref: last.eventRef,
    kind: "order-application",
    at: isoMinute(appliedAt),
    entered_at: isoMinute(Math.min(DELIVERED - 1, appliedAt + whole(random, 30, 2000))),
    officer: last.officer.id,
    result: "granted",
    text: `Application for a ${order.kind} order.`,
    force,
  });
}

const CONDITIONS = [
  "Not to contact directly or indirectly. Not to go within 100 metres of the home address.",
  "Not to contact by any means, nor through social media. Not to enter the street.",
  "No contact save through solicitors about the children.",
  "Not to contact or attempt to contact. Not to attend the place of work.",
];
