/** The files of a delivery and of its truth, with the columns of the `throughline` record profile in its order; `force` comes last. */
export const TABLES = {
  events: columns(
    "events.csv",
    "event_ref kind reported_at recorded_at entered_at occurred_from occurred_to offence_code offence_title class initial_class status outcome_code outcome_at cancelled_reason included_offences flags district postcode lsoa unit officer summary force",
  ),
  people: columns(
    "people.csv",
    "mention_ref event_ref role nominal_ref given_name middle_names family_name alias birth_date sex ethnicity phone email handle vehicle address postcode relationship force",
  ),
  actions: columns("actions.csv", "action_ref event_ref kind at entered_at officer result text force"),
  orders: columns(
    "orders.csv",
    "order_ref kind made_at ends_at entered_at subject_nominal protected_nominal conditions force",
  ),
  decisions: columns("decisions.csv", "decision_ref kind subject_a subject_b verdict author reason decided_at force"),
  staff: columns("staff.csv", "officer unit role force"),
  training: columns("training.csv", "officer course completed_at valid_until force"),
  districts: columns("truth/districts.csv", "district population force"),
  truePeople: columns("truth/people.csv", "mention_ref true_person origin"),
  trueCourses: columns("truth/courses.csv", "course suspect_person victim_person event_refs index_event kind"),
  trueLookalikes: columns("truth/lookalikes.csv", "lookalike kind person_a person_b event_refs"),
  trueActs: columns("truth/acts.csv", "event_ref acts"),
  trueTwins: columns("truth/twins.csv", "person_a person_b"),
} as const;

export type TableName = keyof typeof TABLES;

/** One row, in the order of its table's columns. */
export type Cells = readonly string[];

/** What one town adds to each table. */
export type TableRows = Readonly<Record<TableName, readonly Cells[]>>;

export interface TableColumns {
  readonly file: string;
  readonly columns: readonly string[];
}

/** Rows with nothing in them yet. */
export function emptyTables(): Record<TableName, Cells[]> {
  return Object.fromEntries(Object.keys(TABLES).map((name) => [name, []])) as unknown as Record<TableName, Cells[]>;
}

/** Cells by the name of their column, put in order. */
export function cellsOf(table: TableName, row: Readonly<Record<string, string>>): Cells {
  return TABLES[table].columns.map((column) => {
    const cell = row[column];
    if (cell === undefined) throw new Error(`${table} has no ${column}`);
    return cell;
  });
}

function columns(file: string, names: string): TableColumns {
  return { file, columns: names.split(" ") };
}
