import { LONGEST_RECORD } from "./limits.ts";
import type { LineFacts } from "./sheet.ts";

/** Watches a text go by in chunks and tells what its lines are like. */
export interface LineScanner {
  see(chunk: Uint8Array): void;
  end(): LineFacts;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;

/**
 * A scanner that stops looking at the first thing only the careful way can read. It goes from line end to line
 * end and looks at the bytes between only where a quote or a comma at the end asks for it.
 */
export function lineScanner(): LineScanner {
  let plain = true;
  let rest: Buffer = Buffer.alloc(0); // the line that the last chunk's end cut
  let lines = 0;
  let blankEnd = false; // blank lines have come; at the end of a text they do no harm
  let mostCommas = 0;
  let lineEnd: "\n" | "\r\n" | undefined;

  function see(chunk: Uint8Array): void {
    if (!plain) return;
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const text = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const start = seeLines(text);
    rest = Buffer.from(text.subarray(start));
    plain &&= rest.length <= LONGEST_RECORD;
  }

  /** Sees the whole lines of a text and gives the start of what is left. */
  function seeLines(text: Buffer): number {
    let start = 0;
    let cr = next(text, CR, 0);
    let quote = next(text, QUOTE, 0);
    for (let end = text.indexOf(LF); plain && end >= 0; end = text.indexOf(LF, start)) {
      if (cr < end - 1) plain = false;
      seeLine(text.subarray(start, cr < end ? cr : end), quote < end);
      seeEnd(cr < end ? "\r\n" : "\n");
      start = end + 1;
      if (cr < start) cr = next(text, CR, start);
      if (quote < start) quote = next(text, QUOTE, start);
    }
    return start;
  }

  function seeLine(line: Buffer, hasQuote: boolean): void {
    if (line.length === 0) {
      blankEnd = true;
      return;
    }
    lines++;
    if (blankEnd || line.length > LONGEST_RECORD) plain = false;
    const endsWithComma = line[line.length - 1] === COMMA;
    if (!hasQuote && !endsWithComma) return;
    const commas = maybeCommas(line);
    if (commas === undefined) plain = false;
    else if (endsWithComma) mostCommas = Math.max(mostCommas, commas);
  }

  function seeEnd(seen: "\n" | "\r\n"): void {
    lineEnd ??= seen;
    if (seen !== lineEnd) plain = false;
  }

  function end(): LineFacts {
    if (plain && rest.length > 0) {
      seeLine(rest, rest.includes(QUOTE));
      if (rest.includes(CR)) plain = false;
    }
    return { lines, plain, mostCommas, numbering: "lines" };
  }

  return { see, end };
}

function next(text: Buffer, byte: number, from: number): number {
  const at = text.indexOf(byte, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** The commas between a line's cells; nothing when a quote stands out of place or is not closed on the line. */
function maybeCommas(line: Buffer): number | undefined {
  let commas = 0;
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const byte = line[i];
    if (byte === COMMA && !quoted) commas++;
    if (byte !== QUOTE) continue;
    if (!isBesideQuoted(line[quoted ? i + 1 : i - 1])) return undefined;
    quoted = !quoted;
  }
  return quoted ? undefined : commas;
}

/** What may stand before an opening and after a closing quote; a quote there makes a doubled one. */
const isBesideQuoted = (byte: number | undefined): boolean => byte === undefined || byte === COMMA || byte === QUOTE;
