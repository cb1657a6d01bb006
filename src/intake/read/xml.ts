import { SaxesParser } from "saxes";
import { UserError } from "../../base/index.ts";
import type { Limits } from "./limits.ts";
import { type Place, refuseTooLarge, refuseWorkbook } from "./refuse.ts";

/** What is told of an XML text as it goes by. Attributes keep their written names; XLSX elements lose their prefix. */
export interface XmlListener {
  open(element: string, attributes: Readonly<Record<string, string>>): void;
  close(element: string): void;
  text(text: string): void;
}

/** Feeds XML to a listener chunk by chunk, pausing after each so that what was heard can be handed on. */
export async function* hearXml(
  chunks: AsyncIterable<Uint8Array>,
  { place, limits, listener }: { readonly place: Place; readonly limits: Limits; readonly listener: XmlListener },
): AsyncGenerator<void> {
  const parser = parserFor(listener, place);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limits.xmlBytes) throw refuseXmlSize(place, bytes, limits);
    refusingXml(place, () => parser.write(decoder.decode(chunk, { stream: true })));
    yield;
  }
  refusingXml(place, () => parser.write(decoder.decode()).close());
  yield;
}

/** Hears an XML text out. */
export async function hearAllXml(...given: Parameters<typeof hearXml>): Promise<void> {
  for await (const _ of hearXml(...given));
}

/** The refusal of a part that is, or says it is, larger than we read. */
export function refuseXmlSize(place: Place, bytes: number, { xmlBytes }: Limits): UserError {
  return refuseTooLarge(place, `holds ${bytes} bytes of XML or more`, `at most ${xmlBytes} bytes in a part`);
}

function parserFor(listener: XmlListener, place: Place): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (cause) => {
    throw refuseWorkbook(place, `its XML is damaged: ${cause.message}`, cause);
  });
  // A document type can define texts that unpack without end; no spreadsheet program writes one.
  parser.on("doctype", () => {
    throw refuseTooLarge(place, "defines its own XML entities", "XML without a document type");
  });
  let depth = 0;
  let attributesHere = 0;
  parser.on("attribute", () => {
    if (++attributesHere > MOST_ATTRIBUTES) throw refuseShape(place);
  });
  parser.on("opentag", ({ name, attributes }) => {
    attributesHere = 0;
    if (++depth > DEEPEST) throw refuseShape(place);
    listener.open(name, attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    listener.close(name);
  });
  parser.on("text", (text) => listener.text(text));
  parser.on("cdata", (text) => listener.text(text));
  return parser;
}

/** No workbook comes near these; without them a small file could fill the memory with open elements. */
const DEEPEST = 200;
const MOST_ATTRIBUTES = 1000;

function refuseShape(place: Place): UserError {
  return refuseTooLarge(
    place,
    "has XML elements too deep in one another or with too many attributes",
    `at most ${DEEPEST} levels and ${MOST_ATTRIBUTES} attributes`,
  );
}

function refusingXml(place: Place, work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw cause instanceof UserError ? cause : refuseWorkbook(place, "its XML is not in UTF-8", cause);
  }
}
