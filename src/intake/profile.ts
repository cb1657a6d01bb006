import type { Release, Sql, Table } from "../engine/index.ts";
import type { Reader } from "./readers.ts";

/** Where a column of the lake table comes from in the file, and how its cell is read. */
export interface Field {
  /** The header, or its spellings; compared without case, with single blanks, low lines as blanks. */
  readonly header: string | readonly string[];
  readonly read: Reader;
  /** A file without this header is still of this profile; the column is then unknown. */
  readonly optional?: boolean;
  /** A cell that cannot be read is unknown and noted, and does not keep its row out. */
  readonly keeps?: boolean;
}

/** A wide table: many columns of one kind, each turned into a row of its own. */
export interface Unpivot {
  /** Tells the headers that are values, given as written. */
  readonly isValue: (header: string) => boolean;
  /** At least so many such headers make the file recognised. */
  readonly atLeast: number;
  /** The column that takes the header, and its reader. */
  readonly name: { readonly column: string; readonly read: Reader };
  /** The column that takes the cell, and its reader. Blank cells are no rows. */
  readonly value: { readonly column: string; readonly read: Reader };
}

/** What a derived column may use: the value read for a column, or its cell as written. */
export interface ReadRow {
  readonly value: (column: string) => Sql;
  readonly cell: (column: string) => Sql;
}

/** One kind of published file: how it is recognised by its headers and what rows it gives. */
export interface Profile {
  readonly id: string;
  /** Which part of a row it reads, where others of its companions read other parts into the same table. */
  readonly part?: string;
  /** In words, for the report and the pages. */
  readonly title: string;
  /** The lake table that takes its rows. */
  readonly makes: Table;
  readonly fields: Readonly<Record<string, Field>>;
  readonly unpivot?: Unpivot;
  /** Rows in which none of these columns has a cell are no rows of this profile: a crime without a suspect names none. */
  readonly onlyWith?: readonly string[];
  /** What else a row of the same file holds: the people beside the crime. */
  readonly companions?: readonly Profile[];
  /** Columns worked out from the others. */
  readonly derived?: Readonly<Record<string, (row: ReadRow) => Sql>>;
  /** What all its releases share. */
  readonly publication: Omit<Release, "release" | "released">;
}

/** A header row matched to a profile: for each column of the lake table, the place of its cell (from 1). */
export interface HeaderMatch {
  readonly profile: Profile;
  readonly places: Readonly<Record<string, number>>;
  /** For a wide table: place and header of each value column. */
  readonly values: readonly { readonly place: number; readonly header: string }[];
}

/** Matches a header row, in whatever order its columns stand; gives nothing when a needed one is missing. */
export function matchHeader(profile: Profile, header: readonly string[]): HeaderMatch | undefined {
  const found = new Map(header.map((each, i) => [headerKey(each), i + 1] as const).toReversed());
  const places: Record<string, number> = {};
  for (const [column, field] of Object.entries(profile.fields)) {
    const place = spellings(field)
      .map((each) => found.get(headerKey(each)))
      .find((each) => each !== undefined);
    if (place !== undefined) places[column] = place;
    else if (field.optional !== true) return undefined;
  }
  const values = header
    .map((each, i) => ({ place: i + 1, header: each.trim() }))
    .filter(({ header: each }) => profile.unpivot?.isValue(each) ?? false);
  if (profile.unpivot !== undefined && values.length < profile.unpivot.atLeast) return undefined;
  return { profile, places, values };
}

/** A header as compared: lower case, single blanks, also for low lines, no BOM. */
function headerKey(header: string): string {
  return header
    .replaceAll("\uFEFF", "")
    .toLowerCase()
    .replaceAll(/[\s_]+/g, " ")
    .trim();
}

function spellings(field: Field): readonly string[] {
  return typeof field.header === "string" ? [field.header] : field.header;
}
