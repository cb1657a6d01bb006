import type { Occurrence } from "./context.ts";
import { discoveries } from "./discoveries.ts";
import { type Contrast, contrastsOf } from "./event-contrasts.ts";
import { type Measured, type SpikeFit, spikeFit } from "./event-spike.ts";
import type { ChangeQuestion } from "./explanation.ts";
import { eventsThatTouch } from "./touching.ts";

/** What an event did to one class: a spike that fades, and what stayed. All sizes are factors of the count, with 95 % intervals. */
export interface EventEffect {
  readonly className: string;
  /** As the event's record has it: a class it is said to set off, its twin, or neither. */
  readonly role: "touched" | "twin" | "other";
  /** Whether a spike is shown, against the twins where there are any; false discoveries among all classes are held to one in twenty. */
  readonly moved: "rose" | "fell" | "not-shown";
  /** The count of the month in which the spike is highest, against that month without it. */
  readonly spike: Measured;
  /** Months until the spike had fallen to 1/e; its ends are those of what can be told, 0.15 and 3. Null without a spike. */
  readonly fading: { readonly best: number; readonly low: number; readonly high: number } | null;
  /** The level after the spike, over the year that followed, against that before. */
  readonly left: Measured;
  /** The same spike seen against the twins, in the other areas, and here apart from them; null where there are none. */
  readonly againstTwins: Measured | null;
  readonly elsewhere: Measured | null;
  readonly apart: Measured | null;
}

/** One event and the classes of the panel, those that moved first. */
export interface EventStudied {
  readonly date: string;
  readonly title: string;
  /** Empty where fewer than a year before and a quarter after are held. */
  readonly effects: readonly EventEffect[];
}

/** Studies the events that are said to set off the classes asked about, or one day that is given (docs/methods/event-study.md). */
export function eventStudies(question: ChangeQuestion, day?: string): readonly EventStudied[] {
  const events = day === undefined ? eventsThatTouch(question) : [onDay(question, day)];
  return events.map((event) => ({ date: event.date, title: event.title, effects: effectsOf(question, event) }));
}

/** The event of a day that is known, else one of which nothing is said beforehand. */
function onDay({ context }: ChangeQuestion, day: string): Occurrence {
  const known = context.events.find(({ date }) => date === day);
  const { year, month } = Temporal.PlainDate.from(day);
  const unknown = {
    date: day,
    month: year * 12 + month - 1,
    classes: [],
    twins: [],
    title: "Day asked about",
    source: null,
  };
  return known ?? unknown;
}

function effectsOf(question: ChangeQuestion, event: Occurrence): readonly EventEffect[] {
  const asked = { name: question.className, classes: question.classes };
  const others = question.panel.classes
    .filter((each) => !question.classes.includes(each))
    .map((each) => ({ name: each, classes: [each] }));
  const studied = [asked, ...others].flatMap((unit) => {
    const contrast = contrastsOf(question, event, unit);
    if (contrast === null) return [];
    const [here, judged] = [contrast.here, contrast.againstTwins ?? contrast.here].map((each) =>
      spikeFit(each, event.date),
    );
    return [{ unit, contrast, here: here!, judged: judged! }];
  });
  const shown = discoveries(studied.map(({ judged }) => probabilityOf(judged)));
  return studied
    .map(({ unit, contrast, here, judged }, i) => ({
      className: unit.name,
      role: roleOf(event, unit.classes),
      ...told(here, judged, shown[i] === true),
      ...besides(contrast, event.date),
    }))
    .toSorted(
      (a, b) => Number(a.moved === "not-shown") - Number(b.moved === "not-shown") || b.spike.factor - a.spike.factor,
    );
}

function roleOf({ classes, twins }: Occurrence, asked: readonly string[]): EventEffect["role"] {
  if (asked.some((each) => classes.includes(each))) return "touched";
  return asked.some((each) => twins.includes(each)) ? "twin" : "other";
}

/** The rate was looked for, and the noise learnt from the series: worth about two tries (the method's page has the count). */
const TRIES = 2;

function probabilityOf({ p }: SpikeFit): number {
  return Math.min(1, TRIES * p);
}

function told({ spike, left }: SpikeFit, { rose, fading }: SpikeFit, isShown: boolean) {
  if (!isShown) return { moved: "not-shown" as const, spike, fading: null, left };
  return { moved: rose ? ("rose" as const) : ("fell" as const), spike, fading, left };
}

function besides({ againstTwins, elsewhere, apart }: Contrast, date: string) {
  const spike = (view: Contrast["apart"]) => (view === null ? null : spikeFit(view, date).spike);
  return { againstTwins: spike(againstTwins), elsewhere: spike(elsewhere), apart: spike(apart) };
}
