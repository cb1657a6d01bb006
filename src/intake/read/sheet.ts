/** One table found in a file: a CSV file, a member of a zip, a sheet of a workbook. */
export interface Sheet {
  /** Where it was found, without the machine's folders: `2018-10.zip!2018-10/kent-street.csv`, `tables.ods#2017-18`. */
  readonly source: string;
  /** SHA-256 of the file as offered (the container). */
  readonly sha256: string;
  /** SHA-256 of this sheet's own unpacked bytes; of a canonical CSV of its cells for a sheet of a workbook. */
  readonly contentSha256: string;
  /** Unpacked size. */
  readonly bytes: number;
  /** Path of the unpacked text in the scratch folder: CSV in UTF-8 without a byte order mark. */
  readonly csv: string;
  /** What was seen of its lines while it was unpacked; without it only the careful way of reading is taken. */
  readonly lines?: LineFacts;
}

/** What tells whether a text can be read line by line, and how its records are numbered. */
export interface LineFacts {
  /** How many lines there are, without blank ones at the end; the last need not be ended. Counted only while `plain`. */
  readonly lines: number;
  /** Every line is one record: one kind of line end, blank lines only at the end, quotes in their place and closed. */
  readonly plain: boolean;
  /** The most commas between cells in a line that ends with one; 0 when none does. Counted only while `plain`. */
  readonly mostCommas: number;
  /** A record's `line` is the line of the text on which it begins, or (workbooks) the row of the sheet. */
  readonly numbering: "lines" | "rows";
}

/** A record as its cells, with the line (from 1) on which it begins. */
export interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A stretch of text that is no record: why, and how it begins (up to 500 characters). */
export interface UnreadableRecord {
  readonly line: number;
  readonly reason: "quote-not-closed" | "record-too-long";
  readonly text: string;
}
