import { columnList, join, name, type Sql, sql, type Step, step, type Table } from "../engine/index.ts";
import { actionVersion, orderVersion } from "./force-actions.ts";
import { decisionVersion } from "./force-decisions.ts";
import { eventVersion } from "./force-events.ts";
import { mentionVersion } from "./force-people.ts";
import { officerVersion, trainingVersion } from "./force-staff.ts";
import {
  action,
  decision,
  event,
  eventThere,
  officer,
  personMention,
  protectionOrder,
  trainingRecord,
} from "./known.ts";

/** The lake tables of a force's own records. */
export const FORCE_TABLES: readonly Table[] = [
  eventVersion,
  mentionVersion,
  actionVersion,
  orderVersion,
  decisionVersion,
  officerVersion,
  trainingVersion,
];

/** What a build keeps of them. */
export const AS_OF_TABLES: readonly Table[] = [
  event,
  personMention,
  action,
  protectionOrder,
  decision,
  officer,
  trainingRecord,
];

/** Records as received in, records as of a moment out (ISO; all of them without one): the latest version of each that was there by then. */
export function asOfSteps(asOf: string | undefined): Step[] {
  const latest = (
    makes: Table,
    from: Table,
    { ref, enters = ENTERED }: { ref: readonly string[]; enters?: Sql },
  ): Step => {
    const rows = sql`SELECT ${ownColumns(makes)}, received_at, ${enters} FROM ${from}`;
    return step(makes, { reads: [from] }, latestOf(makes, there(rows, { makes, ref, asOf })));
  };
  const events = sql`SELECT ${ownColumns(eventThere)}, received_at, ${ENTERED} FROM ${eventVersion}`;
  return [
    step(eventThere, { reads: [eventVersion] }, there(events, { makes: eventThere, ref: ["event_ref"], asOf })),
    step(event, { reads: [eventThere] }, sql`SELECT ${columnList(event)} FROM ${eventThere} WHERE is_latest`),
    step(
      personMention,
      { reads: [mentionVersion, eventVersion] },
      latestOf(personMention, there(mentionsWithEntry(), { makes: personMention, ref: ["mention_ref"], asOf })),
    ),
    latest(action, actionVersion, { ref: ["action_ref"] }),
    latest(protectionOrder, orderVersion, { ref: ["order_ref"] }),
    latest(decision, decisionVersion, { ref: ["decision_ref"], enters: DECIDED }),
    latest(officer, officerVersion, { ref: ["officer"] }),
    latest(trainingRecord, trainingVersion, { ref: ["officer", "course", "completed_at"] }),
  ];
}

/** The columns of a table that its records bring with them. */
function ownColumns(makes: Table, from?: string): Sql {
  const own = Object.keys(makes.columns).filter((column) => !MADE_HERE.has(column));
  return join(own.map((column) => (from === undefined ? name(column) : name(from, column))));
}

const MADE_HERE: ReadonlySet<string> = new Set(["version", "is_latest", "entered_at", "entered_basis"]);

/** A row is there from when it was entered, or else received. */
const ENTERED = sql`COALESCE(entered_at, received_at) AS there_at,
  CASE WHEN entered_at IS NULL THEN 'received' ELSE 'entered' END AS entered_basis`;

/** A decision binds from when it was decided, unless it says that it was entered later. */
const DECIDED = sql`COALESCE(entered_at, decided_at, received_at) AS there_at,
  CASE WHEN entered_at IS NOT NULL THEN 'entered' WHEN decided_at IS NOT NULL THEN 'decided' ELSE 'received' END AS entered_basis`;

interface There {
  readonly makes: Table;
  /** What tells a record apart within its force. */
  readonly ref: readonly string[];
  readonly asOf: string | undefined;
}

/** Of rows with `there_at`, those that were there by the moment, each with its version and whether it is the latest. */
function there(rows: Sql, { makes, ref, asOf }: There): Sql {
  const record = join(["force", ...ref].map((column) => name(column)));
  const by = asOf === undefined ? sql`` : sql`\nWHERE there_at <= CAST(${asOf.replace("Z", "")} AS TIMESTAMP)`;
  return sql`SELECT ${ownColumns(makes)}, there_at AS entered_at, entered_basis,
  ROW_NUMBER() OVER (PARTITION BY ${record} ORDER BY there_at, received_at, batch, source_line) AS version,
  ROW_NUMBER() OVER (PARTITION BY ${record} ORDER BY there_at DESC, received_at DESC, batch DESC, source_line DESC) = 1 AS is_latest
FROM (${rows}) AS entries${by}`;
}

function latestOf(makes: Table, rows: Sql): Sql {
  return sql`SELECT ${columnList(makes)}
FROM (${rows}) AS there
WHERE is_latest`;
}

/**
 * A mention was entered with the version of its event in the same delivery. Where a delivery holds several versions of the
 * event, its first row of the mention goes with the first version, the second with the second, and any further with the last.
 */
function mentionsWithEntry(): Sql {
  return sql`SELECT ${ownColumns(personMention, "m")}, m.received_at,
    COALESCE(m.entered_at, e.there_at, m.received_at) AS there_at,
    CASE WHEN m.entered_at IS NOT NULL OR e.basis = 'entered' THEN 'entered' ELSE 'received' END AS entered_basis
  FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY delivery, force, mention_ref ORDER BY batch, source_line) AS place
    FROM ${mentionVersion}
  ) AS m
  LEFT JOIN (
    SELECT delivery, force, event_ref, COALESCE(entered_at, received_at) AS there_at,
      CASE WHEN entered_at IS NULL THEN 'received' ELSE 'entered' END AS basis,
      ROW_NUMBER() OVER (PARTITION BY delivery, force, event_ref ORDER BY COALESCE(entered_at, received_at), batch, source_line) AS place,
      COUNT(*) OVER (PARTITION BY delivery, force, event_ref) AS places
    FROM ${eventVersion}
  ) AS e
    ON e.delivery = m.delivery AND e.force = m.force AND e.event_ref = m.event_ref
    AND e.place = LEAST(m.place, e.places)`;
}
