import { readFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../base/index.ts";
import { type Cell, day, list, maybeDay, maybeShare, maybeText, oneOf, share, slug, text } from "./cells.ts";
import { csvLines, type CsvLine } from "./csv.ts";

/** How sure a row is: read in a primary source, in a secondary one, computed, common knowledge, or in conflict. */
export const CONFIDENCES = ["V", "V2", "C", "M", "?"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What every row of the knowledge base has beside its own columns. */
const dated = {
  /** First day it holds; null where there is no beginning, or none is known. */
  valid_from: maybeDay,
  /** Last day it holds; null where there is no end, or none is known. */
  valid_to: maybeDay,
  source: text,
  confidence: oneOf(...CONFIDENCES),
};

const direction = oneOf("up", "down", "mixed", "none");

/** The files of `reference/` and their columns, declared once. */
export const FILES = {
  areas: file("areas.csv", ["slug"], {
    slug,
    name: text,
    kind: oneOf("country", "region", "force", "borough", "body", "outside"),
    region: maybeText,
    part_of: list,
    ons_code: maybeText,
    ...dated,
  }),
  areaNames: file("area_names.csv", ["name"], { name: text, area: slug, ...dated }),
  classes: file("classes.csv", ["code"], {
    code: text,
    title: text,
    group: text,
    subgroup: text,
    status: oneOf("recorded", "outcomes-only", "expired"),
    plain_twin: maybeText,
    ...dated,
  }),
  groups: file("groups.csv", ["slug"], {
    slug,
    title: text,
    kind: oneOf("codes", "flagged", "street", "survey", "label", "whole"),
    note: maybeText,
    ...dated,
  }),
  groupMembers: file("group_members.csv", ["group", "code"], { group: slug, code: text, ...dated }),
  classLabels: file("class_labels.csv", ["context", "label"], { context: slug, label: text, class: text, ...dated }),
  offences: file("offences.csv", ["code", "valid_from"], { code: text, title: text, class: maybeText, ...dated }),
  offenceTitles: file("offence_titles.csv", ["title"], { title: text, code: maybeText, class: maybeText, ...dated }),
  laws: file("laws.csv", ["id"], {
    id: slug,
    ...dated,
    valid_from: day,
    effect: oneOf("new-offence", "widened", "penalty", "power"),
    title: text,
    text: maybeText,
    classes: list,
    direction,
  }),
  countingRules: file("counting_rules.csv", ["id"], {
    id: slug,
    ...dated,
    valid_from: day,
    kind: oneOf("added", "moved", "removed", "widened", "narrowed", "principal"),
    from_classes: list,
    to_classes: list,
    classes: list,
    direction,
    scope: oneOf("national"),
    title: text,
    text,
  }),
  audits: file("audits.csv", ["id"], {
    id: slug,
    area: slug,
    classes: list,
    ...dated,
    valid_from: day,
    valid_to: day,
    published: maybeDay,
    recorded: share,
    margin: maybeShare,
    text: maybeText,
  }),
  events: file("events.csv", ["id"], {
    id: slug,
    kind: oneOf("event", "inspection", "training", "campaign"),
    ...dated,
    valid_from: day,
    areas: list,
    classes: list,
    direction,
    title: text,
    text: maybeText,
  }),
  coverage: file("coverage.csv", ["id"], {
    id: slug,
    ...dated,
    area: slug,
    classes: list,
    dataset: maybeText,
    kind: oneOf("missing", "partial", "new-system", "revised", "definition"),
    title: text,
    text: maybeText,
  }),
  outcomeCodes: file("outcome_codes.csv", ["code"], {
    code: text,
    title: text,
    group: text,
    note: maybeText,
    also: list,
    ...dated,
  }),
  strands: file("strands.csv", ["slug"], {
    slug,
    title: text,
    class: maybeText,
    monitored: oneOf("national", "local"),
    ...dated,
  }),
  peers: file("peers.csv", ["area", "peer"], { area: slug, peer: slug, basis: text, ...dated }),
};

type Columns = Readonly<Record<string, Cell<unknown>>>;

interface ReferenceFile<C extends Columns> {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: C;
}

/** A row of a reference file, with the line it stands on. */
export type RowOf<F> =
  F extends ReferenceFile<infer C>
    ? { readonly [K in keyof C]: C[K] extends Cell<infer T> ? T : never } & { readonly line: number }
    : never;

function file<const C extends Columns>(name: string, key: readonly string[], columns: C): ReferenceFile<C> {
  return { name, key, columns };
}

/** Reads one reference file; throws `E_REFERENCE`, naming file and line, for anything that is not as declared. */
export function readFile<C extends Columns>(folder: string, declared: ReferenceFile<C>): RowOf<ReferenceFile<C>>[] {
  const [head, ...lines] = csvLines(readFileSync(path.join(folder, declared.name), "utf8"));
  const places = placesOf(declared, head);
  const seen = new Set<string>();
  return lines.map((line) => {
    const row = readRow(declared, line, places);
    const key = declared.key.map((each) => row[each]).join("\u0000");
    if (seen.has(key))
      throw badReference(declared.name, line.line, `${declared.key.join(" and ")} of another row`, "a key of its own");
    seen.add(key);
    return row as RowOf<ReferenceFile<C>>;
  });
}

function placesOf<C extends Columns>(
  { name, columns }: ReferenceFile<C>,
  head: CsvLine | undefined,
): (readonly [string, Cell<unknown>])[] {
  const found = head?.cells ?? [];
  const wanted = Object.keys(columns);
  if (found.length !== wanted.length || wanted.some((each) => !found.includes(each))) {
    throw badReference(name, 1, `the columns ${found.join(", ") || "(none)"}`, `the columns ${wanted.join(", ")}`);
  }
  return found.map((each) => [each, columns[each] as Cell<unknown>]);
}

function readRow<C extends Columns>(
  { name }: ReferenceFile<C>,
  { line, cells }: CsvLine,
  places: readonly (readonly [string, Cell<unknown>])[],
): Record<string, unknown> {
  if (cells.length !== places.length) throw badReference(name, line, `${cells.length} cells`, `${places.length} cells`);
  const row: Record<string, unknown> = { line };
  for (const [i, [column, cell]] of places.entries()) {
    const value = cell.read(cells[i] ?? "");
    if (value === undefined) throw badReference(name, line, `${column} "${cells[i]}"`, cell.expected);
    row[column] = value;
  }
  if (
    typeof row["valid_from"] === "string" &&
    typeof row["valid_to"] === "string" &&
    row["valid_to"] < row["valid_from"]
  ) {
    throw badReference(
      name,
      line,
      `valid_to ${row["valid_to"]} before valid_from ${row["valid_from"]}`,
      "an end after its beginning",
    );
  }
  return row;
}

/** The mistake of a reference file, with its line. */
export function badReference(name: string, line: number, found: string, expected: string): UserError {
  return new UserError({
    code: "E_REFERENCE",
    found: `${name}, line ${line}: ${found}`,
    expected,
    remedy: "Correct the row.",
  });
}
