import type { Cause } from "./explanation.ts";
import { type Testimony } from "./witnesses.ts";
import type { Witness } from "./signatures.ts";

/**
 * The witnesses without which a cause cannot be told from its rivals, any one of the sets being enough. A cause that is
 * not listed is decided by the calendar, by the sibling classes or by the shape of the counts.
 */
const DECIDING: Readonly<Partial<Record<Cause, readonly (readonly Witness[])[]>>> = {
  recording: [["calls"], ["audit"], ["incidents", "cancelled"]],
  classification: [["sibling"]],
  population: [],
  reporting: [["historic"], ["reporting_delay"], ["survey", "calls"]],
  "real-change": [["survey"], ["calls", "historic"], ["calls", "reporting_delay"]],
};

/** Whether nothing that is held could tell a cause from its group: a law and a rule of one month never can be told. */
export function isBlind(cause: Cause, group: readonly Cause[], testimonies: readonly Testimony[]): boolean {
  const twins: readonly Cause[] = ["law-change", "counting-rule"];
  return (twins.includes(cause) && twins.every((each) => group.includes(each))) || !couldBeTold(cause, testimonies);
}

/** Whether what is held could tell a cause from its rivals at all, whatever it says. */
export function couldBeTold(cause: Cause, testimonies: readonly Testimony[]): boolean {
  const sets = DECIDING[cause];
  return (
    sets === undefined ||
    sets.some((set) => set.every((witness) => testimonies.some((each) => each.witness === witness)))
  );
}
