import type { ChangeQuestion } from "./explanation.ts";
import { meanOver } from "./grid.ts";
import type { Mechanism } from "./mechanisms.ts";
import { type Loading, loadingOf } from "./signatures.ts";
import type { Testimony } from "./witnesses.ts";

/** What an expectation depends on beside the effect: the counts, and whether there are other areas (else null). */
export interface Setting {
  readonly question: ChangeQuestion;
  readonly national: object | null;
}

/** One effect of a mechanism, and the testimony it is asked about. */
export interface Expecting {
  readonly mechanism: Mechanism;
  readonly testimony: Testimony;
  readonly view: "local" | "national";
  readonly size: number;
}

/** What an effect seen in one view leads one to expect of a testimony; null where it does not bear on it. */
export function expected(setting: Setting, asked: Expecting): Loading | null {
  const { mechanism, testimony, view } = asked;
  if (testimony.witness === "sibling" && testimony.className === mechanism.counterpart)
    return counterpart(setting, asked);
  if (testimony.scope !== "own" && testimony.scope !== view && setting.national !== null) return null;
  if (mechanism.cause === "data-error" && testimony.witness === "historic") return lateBatch(testimony, asked.size);
  if (mechanism.cause === "event" && testimony.witness === "sibling")
    return beside(setting.question, testimony.className);
  return loadingOf(mechanism.cause, testimony.witness);
}

/** The classes an event is said to touch move with it; its twins, and all others, stay. */
function beside({ context }: ChangeQuestion, className: string): Loading {
  const touched = context.events.some(({ classes }) => classes.includes(className));
  return touched ? { mean: 0.7, spread: 0.5 } : { mean: 0, spread: 0.12 };
}

/** A late batch may be of old offences altogether or not at all: the ratio of historic ones rises by any part of it. */
function lateBatch({ seen }: Testimony, size: number): Loading {
  const part = seen === null || seen.before <= 0 ? HISTORIC_PART : Math.min(1, seen.before);
  const most = Math.abs(size) < 1e-3 ? 1 / part : Math.log1p(Math.max(-0.9, Math.expm1(size) / part)) / size;
  return { mean: most / 2, spread: most / 2 };
}

/** The part of recorded crimes that happened over a year before, where it is not known. */
const HISTORIC_PART = 0.08;

/** How far the loss of a counterpart may be from the gain it is said to have gone to, as a part of it. */
const LEAK = 0.3;

/** What moves into one class is missing from the other: by how much depends on how large each was. */
function counterpart(setting: Setting, { testimony, view, size }: Expecting): Loading | null {
  const { question } = setting;
  const peers = (question.peers ?? question.panel.areas).filter((each) => each !== question.area);
  const lost = (areas: readonly string[]) => lossOf(setting, { areas, className: testimony.className, size });
  const scope = testimony.scope === "own" || setting.national === null ? "own" : testimony.scope;
  if (scope === "own") return withLeak(lost([question.area]));
  if (view === "local") return scope === "local" ? withLeak(lost([question.area])) : null;
  if (scope === "national") return withLeak(lost(peers));
  return { mean: lost([question.area]) - lost(peers), spread: LEAK * Math.abs(lost(peers)) };
}

function withLeak(mean: number): Loading {
  return { mean, spread: LEAK * Math.abs(mean) };
}

/** Log change of the counterpart for each unit of log change here, when every record gained here is lost there. */
function lossOf(
  { question }: Setting,
  { areas, className, size }: { readonly areas: readonly string[]; readonly className: string; readonly size: number },
): number {
  const { panel, classes, from } = question;
  const total = (names: readonly string[]) =>
    areas.reduce(
      (sum, area) => sum + names.reduce((part, name) => part + (countIn(panel, { area, name, from }) ?? 0), 0),
      0,
    );
  const times = total(classes) / Math.max(1e-9, total([className]));
  if (Math.abs(size) < 1e-3) return -Math.min(times, 5);
  return Math.log(Math.max(0.05, 1 - times * Math.expm1(size))) / size;
}

function countIn(
  panel: ChangeQuestion["panel"],
  { area, name, from }: { readonly area: string; readonly name: string; readonly from: ChangeQuestion["from"] },
): number | null {
  const series = panel.series("recorded", area, name);
  return series === undefined ? null : meanOver(series, from, "count");
}
