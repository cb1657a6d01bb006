import { join, replacePattern, type Sql, sql } from "../../engine/index.ts";
import type { Field } from "../profile.ts";
import { text, type Reader } from "../readers.ts";
import { moment } from "./moments.ts";

type Headers = string | readonly string[];

/** The reference by which a record is known; a row without one cannot be kept apart from others and is rejected. */
export function reference(header: Headers): Field {
  return { header, read: { ...text, reason: "missing-reference" } };
}

/** A text as written, unknown when blank. */
export function written(header: Headers): Field {
  return { header, read: maybeText, optional: true, keeps: true };
}

/** A moment without which the row is of no use when there is something else in its cell. */
export function needed(header: Headers): Field {
  return { header, read: moment, optional: true };
}

/** A moment whose row is kept, with a note, when its cell cannot be read. */
export function wanted(header: Headers): Field {
  return { header, read: moment, optional: true, keeps: true };
}

/** A word of a known list, or of another spelling of one; any other is kept in lower case with hyphens, and noted. */
export function word(header: Headers, known: readonly string[], spellings: Spellings = {}): Field {
  return { header, read: wordOf(known, spellings), optional: true, keeps: true };
}

/** Lists in one cell, by `;`, `,` or `|`, as one spelling: lower case, hyphens within, `;` between. */
export function flags(header: Headers): Field {
  return {
    header,
    read: { ...maybeText, value: (cell) => sql`NULLIF(${flagList(cell)}, '')` },
    optional: true,
    keeps: true,
  };
}

/** Other spellings, in lower case with hyphens, and the known word each stands for. */
export type Spellings = Readonly<Record<string, string>>;

const maybeText: Reader = { ...text, value: (cell) => sql`NULLIF(${cell}, '')`, unknown: [] };

function wordOf(known: readonly string[], spellings: Spellings): Reader {
  return {
    ...text,
    value: (cell) => knownWord(slugOf(cell), spellings),
    noted: (value, cell) =>
      known.length === 0
        ? sql`FALSE`
        : sql`${cell} <> '' AND ${value} NOT IN (${join(known.map((each) => sql`${each}`))})`,
  };
}

function knownWord(slug: Sql, spellings: Spellings): Sql {
  const cases = Object.entries(spellings).map(([spelling, meant]) => sql`WHEN ${spelling} THEN ${meant}`);
  const word = sql`COALESCE(NULLIF(${slug}, ''), 'unknown')`;
  return cases.length === 0 ? word : sql`CASE ${word} ${join(cases, sql` `)} ELSE ${word} END`;
}

function slugOf(cell: Sql): Sql {
  return sql`TRIM(${replacePattern(sql`LOWER(${cell})`, "[^a-z0-9]+", "-")}, '-')`;
}

function flagList(cell: Sql): Sql {
  const separated = replacePattern(sql`LOWER(${cell})`, " *[;,|]+ *", ";");
  return sql`TRIM(${replacePattern(separated, "[^a-z0-9;]+", "-")}, ';-')`;
}
