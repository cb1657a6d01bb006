import type { Occurrence, RuleChange } from "./context.ts";
import type { ChangeQuestion } from "./explanation.ts";

/** Rules that let something into the classes asked about, or out of them, between the two periods. */
export function rulesThatTouch({ context, classes, from, to }: ChangeQuestion): readonly RuleChange[] {
  return context.rules.filter(({ month, fromClass, toClass }) => {
    const gains = toClass !== null && classes.includes(toClass);
    const loses = fromClass !== null && classes.includes(fromClass);
    return gains !== loses && month > from.first && month <= to.last;
  });
}

/** Events that would set off the classes asked about, between the two periods or shortly before. */
export function eventsThatTouch({ context, classes, from, to }: ChangeQuestion): readonly Occurrence[] {
  return context.events.filter((event) => {
    const named = event.classes.some((each) => classes.includes(each));
    return named && event.month >= from.first - 3 && event.month <= to.last;
  });
}
