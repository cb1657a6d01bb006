import { type ForceQuestion, forceRows } from "../../../src/simulate/force/force.ts";
import { type TableName, TABLES } from "../../../src/simulate/force/tables.ts";

export type Row = Readonly<Record<string, string>>;
export type Tables = Readonly<Record<TableName, readonly Row[]>>;

/** All rows of an invented force, each by the names of its columns. */
export function tablesOf(question: Partial<ForceQuestion> = {}): Tables {
  const towns = [...forceRows({ people: 1500, seed: "test", world: "default", ...question })];
  const rowsOf = (name: TableName): Row[] =>
    towns.flatMap((town) =>
      town[name].map((cells) => Object.fromEntries(TABLES[name].columns.map((column, i) => [column, cells[i] ?? ""]))),
    );
  return Object.fromEntries(Object.keys(TABLES).map((name) => [name, rowsOf(name as TableName)])) as unknown as Tables;
}
