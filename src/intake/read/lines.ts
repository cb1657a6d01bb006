import type { LineFacts } from "./sheet.ts";

/** Watches a text go by in chunks and tells what its lines are like. */
export interface LineScanner {
  see(chunk: Uint8Array): void;
  end(): LineFacts;
}

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
/** For how many lines above a table (titles, header) the commas are kept apart. */
const LINES_ABOVE = 100;

/** A scanner that stops looking at the first thing only the careful way can read. */
export function lineScanner(): LineScanner {
  let plain = true;
  let quoted = false;
  let closedQuote = false; // the byte before closed a quote, so a delimiter, a line end or a quote must follow
  let last = LF;
  let crlf = 0;
  let lf = 0;
  let cr = 0;
  let seen = 0;
  let lineStart = 0;
  let commas = 0;
  const commasToLine: number[] = [];

  function see(chunk: Uint8Array): void {
    for (let i = 0; plain && i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (closedQuote) afterQuote(byte);
      if (byte > COMMA || byte === SPACE) continue;
      if (byte === COMMA) {
        if (!quoted) commas++;
        continue;
      }
      const before = i === 0 ? last : (chunk[i - 1] as number);
      if (byte === LF) endLine(before, seen + i);
      else if (byte === QUOTE) quote(before);
      else if (byte === CR) cr++;
    }
    last = chunk.at(-1) ?? last;
    seen += chunk.length;
  }

  function afterQuote(byte: number): void {
    closedQuote = false;
    plain = byte === COMMA || byte === CR || byte === LF || byte === QUOTE;
  }

  function quote(before: number): void {
    if (quoted) closedQuote = true;
    else plain &&= before === COMMA || before === LF || before === QUOTE;
    quoted = !quoted;
  }

  function endLine(before: number, at: number): void {
    if (before === CR) crlf++;
    else lf++;
    const length = at - lineStart - (before === CR ? 1 : 0);
    plain = !quoted && length > 0 && cr === crlf && (crlf === 0 || lf === 0);
    lineStart = at + 1;
    if (commasToLine.length < LINES_ABOVE) commasToLine.push(commas);
  }

  function end(): LineFacts {
    const unended = seen > lineStart ? 1 : 0;
    const lines = crlf + lf + unended;
    return { lines, plain: plain && !quoted && cr === crlf, commas, commasToLine, numbering: "lines" };
  }

  return { see, end };
}
