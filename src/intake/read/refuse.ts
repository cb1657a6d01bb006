import { UserError } from "../../base/index.ts";

/** The file that is read and where in it we are, as people are told: `tables.zip!2018/a.csv`. */
export type Place = string;

/** A path where there is no file to read: nothing, a folder, a device. */
export function refuseFile(place: Place, why: string, cause?: unknown): UserError {
  return new UserError(
    { code: "E_FILE", found: `${place} ${why}`, expected: "the path of a file that may be read" },
    { cause },
  );
}

/** A file without a byte. */
export function refuseEmpty(place: Place): UserError {
  return new UserError({
    code: "E_EMPTY",
    found: `${place} is empty`,
    expected: "a table with a header and rows",
    remedy: "Fetch the file again.",
  });
}

/** Bytes that are neither text nor a container we open. */
export function refuseBinary(place: Place, what: string): UserError {
  return new UserError({
    code: "E_BINARY",
    found: `${place} is ${what}`,
    expected: "CSV text, plain or in gzip or zip, or an ODS or XLSX workbook",
    remedy: "Save the table as CSV in UTF-8.",
  });
}

/** A packed file that ends too early. */
export function refuseTruncated(place: Place, cause?: unknown): UserError {
  return new UserError(
    {
      code: "E_TRUNCATED",
      found: `${place} ends before its packed content does`,
      expected: "a whole gzip file",
      remedy: "Fetch the file again and compare its size with the source.",
    },
    { cause },
  );
}

/** A gzip file whose content contradicts itself. */
export function refuseGzip(place: Place, cause?: unknown): UserError {
  return new UserError(
    {
      code: "E_GZIP",
      found: `${place} is damaged: ${reasonOf(cause)}`,
      expected: "a whole gzip file",
      remedy: "Fetch the file again.",
    },
    { cause },
  );
}

/** A zip that cannot be opened, or a member that cannot be unpacked. */
export function refuseZip(place: Place, cause: unknown): UserError {
  return new UserError(
    {
      code: "E_ZIP",
      found: `${place} is cut off or damaged: ${reasonOf(cause)}`,
      expected: "a whole zip file",
      remedy: "Fetch the file again.",
    },
    { cause },
  );
}

export function refuseEncrypted(place: Place): UserError {
  return new UserError({
    code: "E_ENCRYPTED",
    found: `${place} is encrypted`,
    expected: "a file that opens without a password",
    remedy: "Save a copy without a password.",
  });
}

export function refuseTooLarge(place: Place, found: string, expected: string): UserError {
  return new UserError({
    code: "E_TOO_LARGE",
    found: `${place} ${found}`,
    expected,
    remedy: "Divide the file, or unpack it and check what it holds.",
  });
}

export function refuseNested(place: Place): UserError {
  return new UserError({
    code: "E_NESTED",
    found: `${place} is a packed file inside a packed file`,
    expected: "tables directly inside one zip or gzip",
    remedy: "Unpack the inner file and offer it by itself.",
  });
}

export function refuseNothingReadable(place: Place, holds: string): UserError {
  return new UserError({
    code: "E_NOTHING_READABLE",
    found: `${place} holds ${holds}`,
    expected: "at least one .csv, .txt or .csv.gz file, or a sheet with cells",
  });
}

/** A workbook whose parts are missing or are not what they should be. */
export function refuseWorkbook(place: Place, why: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: "E_WORKBOOK",
      found: `${place}: ${why}`,
      expected: "a whole ODS or XLSX workbook",
      remedy: "Open it in a spreadsheet program and save it again, or save the sheet as CSV.",
    },
    { cause },
  );
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
