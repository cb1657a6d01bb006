/** How much a file may hold; what exceeds a limit is refused with `E_TOO_LARGE`. */
export interface Limits {
  /** Unpacked text of one sheet, and of all readable members of a zip together, in bytes. */
  readonly textBytes: number;
  /** Unpacked size over packed size; held against texts over `ratioFromBytes` only. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Members of a zip, folders included. */
  readonly members: number;
  /** Unpacked XML of one part of a workbook, and the CSV written for one of its sheets, in bytes. */
  readonly xmlBytes: number;
  /** Rows and columns of one sheet of a workbook, blank ones between filled ones included. */
  readonly sheetRows: number;
  readonly sheetColumns: number;
}

const MB = 1024 * 1024;

/** Room for the largest published tables many times over, and none for a bomb. */
export const DEFAULT_LIMITS: Limits = {
  textBytes: 4096 * MB,
  ratio: 200,
  ratioFromBytes: 512 * MB,
  members: 2000,
  xmlBytes: 200 * MB,
  sheetRows: 1_048_576,
  sheetColumns: 16_384,
};

/** The longest record that is read as one, in bytes (or letters); a longer one is a quote that never closed. */
export const LONGEST_RECORD = MB;
