import { type Sql, sql } from "../../engine/index.ts";
import { datasetNamed, EVENT_KINDS, eventVersion, mentionVersion } from "../../records/index.ts";
import type { Field, Profile, ReadRow } from "../profile.ts";
import { flags, needed, reference, wanted, word, written } from "./fields.ts";

/** The headers of a record system's export, by our own columns; `of` those by which it is known. */
export interface SystemHeaders {
  readonly id: string;
  readonly title: string;
  /** The reference of the event, and what else must be there for the file to be taken for this system's. */
  readonly eventRef: readonly string[];
  readonly knownBy: Readonly<Record<string, readonly string[]>>;
  readonly event: Readonly<Record<string, readonly string[]>>;
  /** People in the same row as the event, each with a role and the headers of what is said of them. */
  readonly people: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The kind of every row, where the export holds one kind alone. */
  readonly kind?: string;
}

/** The profile of an export with an event a row, and of the people named in the same row. */
export function systemProfile(system: SystemHeaders): Profile {
  const { id, title, eventRef, knownBy, event, people, kind } = system;
  const fields: Record<string, Field> = {
    ...fieldsOf({ ...event, ...knownBy }),
    force: written(["force", "force name", "police force"]),
  };
  const needs = Object.keys(knownBy).map((column) => [column, { ...fields[column], optional: false } as Field]);
  return {
    id,
    title,
    makes: eventVersion,
    fields: { ...fields, ...Object.fromEntries(needs), event_ref: reference(eventRef) },
    ...(kind === undefined ? {} : { derived: { kind: (): Sql => sql`${kind}` } }),
    companions: Object.entries(people).map(([role, headers]) => personIn(system, role, headers)),
    publication: datasetNamed("force-records"),
  };
}

function personIn(
  { id, title, eventRef }: SystemHeaders,
  role: string,
  headers: Readonly<Record<string, readonly string[]>>,
): Profile {
  const person = Object.fromEntries(Object.entries(headers).map(([column, each]) => [column, written(each)]));
  return {
    id,
    part: role,
    title: `${title}: ${role} in the same row`,
    makes: mentionVersion,
    fields: { ...person, event_ref: reference(eventRef), force: written(["force", "force name", "police force"]) },
    derived: {
      mention_ref: ({ value }: ReadRow): Sql =>
        sql`${value("event_ref")} || ${`/${role}/`} || COALESCE(${value("nominal_ref")}, '1')`,
      role: (): Sql => sql`${role}`,
    },
    onlyWith: Object.keys(headers).filter((column) => column !== "relationship" && column !== "sex"),
    publication: datasetNamed("force-records"),
  };
}

/** How each column is read, whatever system it comes from. */
function fieldsOf(event: Readonly<Record<string, readonly string[]>>): Record<string, Field> {
  return Object.fromEntries(Object.entries(event).map(([column, headers]) => [column, fieldOf(column, headers)]));
}

function fieldOf(column: string, headers: readonly string[]): Field {
  if (column === "kind") return word(headers, EVENT_KINDS, KINDS);
  if (column === "flags") return flags(headers);
  if (column === "recorded_at" || column === "entered_at") return needed(headers);
  return ["reported_at", "occurred_from", "occurred_to", "outcome_at"].includes(column)
    ? wanted(headers)
    : written(headers);
}

const KINDS = {
  "crime-report": "crime",
  offence: "crime",
  recordable: "crime",
  "non-crime": "incident",
  "non-crime-incident": "incident",
  "non-crime-occurrence": "incident",
  occurrence: "incident",
  log: "incident",
  intel: "intelligence",
  "intelligence-report": "intelligence",
};
