import { happens, pick, type Random, whole } from "../random.ts";
import { classOfOffence, type Law } from "../../law/index.ts";
import { dayIn, isoDay, isoMinute, LAST_DAY, type Minute, MINUTES_A_DAY } from "./calendar.ts";
import { skewed } from "./draw.ts";
import type { Filing, Happening, Part } from "./happening.ts";
import { BORDER_DISTRICT, HOME_FORCE } from "./forces.ts";
import { mentionOf } from "./mention.ts";
import type { NameBook } from "./name-book.ts";
import { nominalsOf } from "./nominals.ts";
import type { Officer } from "./officers.ts";
import { outcomeOf } from "./outcomes.ts";
import type { Town } from "./places.ts";
import { referencesOf } from "./references.ts";
import { type Cells, cellsOf, emptyTables, type TableName } from "./tables.ts";
import { inManner } from "./texts.ts";
import type { ForceWorld } from "./worlds.ts";

/** Where, by whom and under which rules things are written down. */
export interface Desk {
  readonly town: Town;
  readonly world: ForceWorld;
  readonly law: Law;
  readonly names: NameBook;
  /** By force. */
  readonly officers: ReadonlyMap<string, readonly Officer[]>;
}

/** An event as it was recorded: what later steps refer to. */
export interface Recorded {
  readonly eventRef: string;
  readonly happening: Happening;
  readonly officer: Officer;
  readonly recordedAt: Minute;
  readonly enteredAt: Minute;
  readonly outcomeCode: string;
  readonly outcomeAt: Minute | undefined;
  readonly cancelled: boolean;
  /** By person. */
  readonly nominals: ReadonlyMap<string, string>;
}

export interface Recorder {
  readonly record: (happening: Happening) => Recorded;
  readonly add: (table: TableName, row: Readonly<Record<string, string>>) => void;
  /** The next reference of a kind, of a force and year. */
  readonly reference: (kind: string, force: string, at: Minute) => string;
  readonly rows: Readonly<Record<TableName, readonly Cells[]>>;
}

/** When the delivery was made: nothing was entered after it. */
export const DELIVERED: Minute = (LAST_DAY + 60) * MINUTES_A_DAY;

/** Writes the events of one town into rows. */
export function recorderOf(random: Random, desk: Desk): Recorder {
  const rows = emptyTables();
  const add: Recorder["add"] = (table, row) => void rows[table].push(cellsOf(table, row));
  const reference = referencesOf(desk.town.number);
  const nominalOf = nominalsOf(random, { world: desk.world, reference });
  const mention = (part: Part, { officer, eventRef, happening, recordedAt }: Open): string => {
    const nominal = nominalOf(part, { force: happening.force, at: recordedAt, kind: happening.filing.kind });
    const mentionRef = reference("M", happening.force, recordedAt);
    const cells = mentionOf(random, part, { ...desk, habits: officer.habits, day: dayIn(happening.reportedAt) });
    const known = { mention_ref: mentionRef, event_ref: eventRef, role: part.role, nominal_ref: nominal };
    add("people", { ...known, ...cells, relationship: part.relationship, force: happening.force });
    add("truePeople", { mention_ref: mentionRef, true_person: part.person.id, origin: part.person.origin });
    return nominal;
  };
  const record = (happening: Happening): Recorded => {
    const officer = pick(random, desk.officers.get(happening.force) ?? []);
    const times = timesOf(random, happening);
    const eventRef = reference(happening.filing.kind === "crime" ? "C" : "L", happening.force, times.recordedAt);
    const outcome = outcomeOf(random, { happening, recordedAt: times.recordedAt });
    add("events", eventRow(random, { desk, happening, officer, eventRef, ...times, ...outcome }));
    const open = { officer, eventRef, happening, recordedAt: times.recordedAt };
    const nominals = new Map(happening.parts.map((part) => [part.person.id, mention(part, open)]));
    const cancelled = outcome.cancelledReason !== "";
    return { eventRef, happening, officer, ...times, ...outcome, cancelled, nominals };
  };
  return { record, add, reference, rows };
}

interface Open {
  readonly officer: Officer;
  readonly eventRef: string;
  readonly happening: Happening;
  readonly recordedAt: Minute;
}

/** Crimes are recorded within days and entered within more; logs at once. */
function timesOf(random: Random, { filing, reportedAt }: Happening): { recordedAt: Minute; enteredAt: Minute } {
  const log = filing.kind !== "crime";
  const recordedAt = Math.round(reportedAt + (log ? whole(random, 1, 15) : skewed(random, 300, 1.3)));
  const enteredAt = Math.round(recordedAt + (log ? whole(random, 1, 30) : skewed(random, 120, 1.9)));
  return { recordedAt: Math.min(recordedAt, DELIVERED - 2), enteredAt: Math.min(enteredAt, DELIVERED - 1) };
}

interface EventInput extends Open {
  readonly desk: Desk;
  readonly enteredAt: Minute;
  readonly status: string;
  readonly outcomeCode: string;
  readonly outcomeAt: Minute | undefined;
  readonly cancelledReason: string;
}

function eventRow(random: Random, input: EventInput): Record<string, string> {
  const { desk, happening, officer, eventRef, recordedAt, enteredAt } = input;
  const { filing, filedFirst, at, force, included = [] } = happening;
  const filed = filedAs(desk.law, filing, recordedAt);
  return {
    event_ref: eventRef,
    kind: filing.kind,
    ...momentCells(random, happening, { recordedAt, enteredAt }),
    offence_code: filing.code === undefined ? "" : codeTyped(random, filing.code),
    offence_title: filed.title,
    class: filed.class,
    initial_class: filedFirst === undefined ? filed.class : filedAs(desk.law, filedFirst, recordedAt).class,
    status: input.status,
    outcome_code: input.outcomeCode,
    outcome_at: input.outcomeAt === undefined ? "" : isoMinute(input.outcomeAt),
    cancelled_reason: input.cancelledReason,
    included_offences: included.join(";"),
    flags: happening.flags.join(";"),
    district: force === HOME_FORCE ? desk.town.district : BORDER_DISTRICT,
    postcode: at === undefined || happens(random, 0.1) ? "" : at.postcode,
    lsoa: at?.lsoa ?? "",
    unit: officer.unit,
    officer: officer.id,
    summary: inManner(random, happening.text, officer.habits.manner),
    force,
  };
}

interface Written {
  readonly recordedAt: Minute;
  readonly enteredAt: Minute;
}

/** Odd orders of dates, planted: recorded before it happened, entered before it was reported. */
const ODD_DATES = 0.002;

function momentCells(random: Random, happening: Happening, { recordedAt, enteredAt }: Written): Record<string, string> {
  const odd = happens(random, ODD_DATES);
  const { occurredFrom, occurredTo, reportedAt } = happening;
  const later = whole(random, 1, 20) * MINUTES_A_DAY;
  const happenedLater = odd && happens(random, 0.5) ? later : 0;
  const reportedLater = odd && happenedLater === 0 ? later : 0;
  return {
    reported_at: isoMinute(reportedAt + reportedLater),
    recorded_at: isoMinute(recordedAt + reportedLater),
    entered_at: isoMinute(enteredAt),
    occurred_from: isoMinute(occurredFrom + happenedLater + (happenedLater === 0 ? 0 : recordedAt - occurredFrom)),
    occurred_to:
      occurredTo === occurredFrom
        ? ""
        : isoMinute(occurredTo + (happenedLater === 0 ? 0 : recordedAt - occurredFrom + happenedLater)),
  };
}

/** Class and title of a filing on the day it was recorded, by the knowledge base. */
function filedAs(
  law: Law,
  { kind, code, class: given, title }: Filing,
  recordedAt: Minute,
): { class: string; title: string } {
  if (kind !== "crime") return { class: "", title: title ?? "" };
  const found = code === undefined ? given : classOfOffence(law, code, isoDay(dayIn(recordedAt)));
  const known = law.classByCode.get((found ?? "").toLowerCase());
  const offence = code === undefined ? undefined : law.offencesByCode.get(code)?.[0];
  return { class: known?.code ?? "", title: title ?? offence?.title ?? known?.title ?? "" };
}

/** `8/65` as forces write it: `8/65`, `008/65`, `00865`. */
function codeTyped(random: Random, code: string): string {
  const [main = "", sub = ""] = code.split("/");
  const long = [main.padStart(3, "0"), sub.padStart(2, "0")];
  return pick(random, [code, code, code, long.join("/"), long.join("")]);
}
