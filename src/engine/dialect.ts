import type { MeaningName, SqlValue } from "./sql.ts";
import type { ColumnType } from "./table.ts";

/** How one engine says what all of them mean. A plan must give the same rows in each. */
export interface Dialect {
  readonly name: "duckdb" | "trino";
  literal(value: SqlValue): string;
  quoteName(part: string): string;
  readonly types: Readonly<Record<ColumnType, string>>;
  readonly meanings: Readonly<Record<MeaningName, (operands: readonly string[]) => string>>;
}

/** Standard quoting of names, which both engines follow. */
export function quoteName(part: string): string {
  return `"${part.replaceAll('"', '""')}"`;
}

/** Standard quoting of values; refuses what has no exact literal, such as NaN or half a surrogate pair. */
export function literal(value: SqlValue): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "bigint") return inBrackets(value.toString());
  if (typeof value === "number") return numberLiteral(value);
  if (value.includes("\u0000")) throw new Error("a text with a null byte has no SQL literal");
  if (!value.isWellFormed()) throw new Error("a text with half a surrogate pair has no SQL literal");
  return `'${value.replaceAll("'", "''")}'`;
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} has no SQL literal`);
  if (Number.isInteger(value)) return inBrackets(BigInt(value).toString());
  return inBrackets(value.toString().includes("e") ? value.toFixed(20) : value.toString());
}

/** A minus that follows another would begin a comment. */
function inBrackets(number: string): string {
  return number.startsWith("-") ? `(${number})` : number;
}
