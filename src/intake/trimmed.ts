import { join, type Sql, sql } from "../engine/index.ts";

/**
 * Blanks around a cell, tabs and no-break ones too, are not part of it. Few cells have any, and DuckDB's TRIM takes ten
 * times as long as a look at both ends.
 */
export function trimmed(cell: Sql): Sql {
  const padded = BLANKS.flatMap((blank) => [sql`STARTS_WITH(${cell}, ${blank})`, sql`ENDS_WITH(${cell}, ${blank})`]);
  return sql`CASE WHEN ${cell} IS NULL THEN '' WHEN ${join(padded, sql` OR `)} THEN TRIM(${cell}, ${BLANKS.join("")}) ELSE ${cell} END`;
}

const BLANKS = [" ", "\t", "\u00A0"];
