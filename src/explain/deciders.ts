import type { Cause, ChangeQuestion } from "./explanation.ts";
import type { MeasureOfChange } from "./panel.ts";

/** What each cause would be decided by, the surest first: a measure that is missing is asked for before another look. */
const DECIDERS: Readonly<Record<Cause, readonly (readonly [MeasureOfChange | "months" | "areas" | null, string])[]>> = {
  chance: [
    ["areas", "the same counts for other areas, so that their ordinary variation can be seen"],
    [null, "the same counts for the next twelve months"],
  ],
  "law-change": [
    ["areas", "the same class in other areas: a law begins everywhere in the same month"],
    ["months", "counts by month, so that a step at the day the law came into force can be seen"],
    [null, "the dates of the offences: none can be from before the law"],
  ],
  "counting-rule": [
    ["areas", "the same class in other areas: a rule begins everywhere in the same month"],
    ["months", "counts by month, so that a step at the rule's date can be seen"],
    [null, "the records' codes before and after the rule, counted by both"],
  ],
  recording: [
    ["calls", "calls for service about the same conduct in both periods"],
    ["incidents", "reports that were not recorded as crimes in both periods"],
    ["cancelled", "records cancelled in both periods"],
    [null, "an audit of this class in both periods: which part of the reports was recorded"],
  ],
  classification: [
    ["months", "counts by month, beside the month in which officers were trained"],
    [null, "a sample of records of both classes, classified anew by one hand"],
  ],
  reporting: [
    ["historic", "how many of the recorded offences happened more than a year before"],
    ["reporting_delay", "days from offence to report in both periods"],
    ["survey", "a survey of how many were victims, and of how many of them told the police"],
    [null, "the survey’s part of victims who told the police, for this area"],
  ],
  event: [
    ["months", "counts by month or week around the event"],
    [null, "counts by day around the event, beside the twin offences"],
  ],
  "real-change": [
    ["survey", "a survey of how many were victims in both periods"],
    ["calls", "calls for service about the same conduct in both periods"],
    [null, "a source that police recording cannot touch: hospital or helpline records"],
  ],
  population: [
    ["population", "the number of residents in both periods"],
    [null, "residents by age and place in both periods"],
  ],
  "data-error": [
    ["months", "counts by month, so that one odd month can be seen"],
    [null, "the same months as published in an earlier and a later release"],
  ],
};

/** The one set of data that would decide about a cause: the first that is not held. */
export function deciderOf(cause: Cause, question: ChangeQuestion): string {
  const found = DECIDERS[cause].find(([measure]) => measure === null || !isHeld(measure, question));
  return found![1];
}

function isHeld(measure: MeasureOfChange | "months" | "areas", { panel, area, classes }: ChangeQuestion): boolean {
  if (measure === "areas") return panel.areas.length > 4;
  if (measure === "months") return classes.every((each) => panel.series("recorded", area, each)?.months === 1);
  return [...classes, "all"].some((each) => panel.series(measure, area, each) !== undefined);
}
