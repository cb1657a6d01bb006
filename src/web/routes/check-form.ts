import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { UserError } from "../../base/index.ts";
import { MOST_UPLOAD_BYTES } from "../setup/parsing.ts";
import { textOfBytes } from "./text-of-bytes.ts";

/** What a checked text is sent back as. */
export type CheckFormat = "page" | "json" | "claim-review";

/** A text handed in, by pasting or as a file. */
export interface Handed {
  readonly text: string;
  readonly dated: string;
  /** The file's name when it came as one. */
  readonly file: string;
  readonly tooLarge: boolean;
  /** Asked to be kept on this machine. */
  readonly keep: boolean;
  readonly format: CheckFormat;
}

export const NOTHING_HANDED: Handed = { text: "", dated: "", file: "", tooLarge: false, keep: false, format: "page" };

/** Reads the form, sent as a form or with a file; a file is taken before what was pasted. */
export async function handedIn(request: FastifyRequest): Promise<Handed> {
  if (!request.isMultipart()) return handedAs(FORM.parse(request.body ?? {}));
  try {
    return await partsIn(request);
  } catch (cause) {
    throw new UserError(BROKEN_FORM, { misuse: true, cause });
  }
}

/** The text as characters that a form cannot change: forms rewrite the ends of lines. */
export function asExact(text: string): string {
  return Buffer.from(text).toString("base64url");
}

/** A format asked for by name; a page for anything else. */
export function formatOf(asked: unknown): CheckFormat {
  return asked === "json" || asked === "claim-review" ? asked : "page";
}

type Fields = Readonly<Record<string, string | undefined>>;

const FIELD = z.string().optional();
const FORM = z.object({ text: FIELD, exact: FIELD, dated: FIELD, keep: FIELD, format: FIELD }).catch({});

const BROKEN_FORM = {
  code: "E_FORM",
  found: "a form that breaks off or is not one",
  expected: "the form of this page",
};

function handedAs({ text = "", exact, dated = "", keep, format }: Fields): Handed {
  const whole = exact === undefined ? text : Buffer.from(exact, "base64url").toString();
  const tooLarge = Buffer.byteLength(whole) > MOST_UPLOAD_BYTES;
  return { text: whole, dated, file: "", tooLarge, keep: keep === "yes", format: formatOf(format) };
}

const NO_FILE = { name: "", bytes: new Uint8Array(), tooLarge: false };

async function partsIn(request: FastifyRequest): Promise<Handed> {
  const fields: Record<string, string> = {};
  let file: { name: string; bytes: Uint8Array; tooLarge: boolean } = NO_FILE;
  let tooLarge = false;
  for await (const part of request.parts()) {
    if (part.type === "file") {
      const bytes = await part.toBuffer();
      if (part.filename !== "" || bytes.length > 0)
        file = { name: part.filename, bytes, tooLarge: part.file.truncated };
    } else {
      fields[part.fieldname] = typeof part.value === "string" ? part.value : "";
      tooLarge ||= part.fieldnameTruncated || part.valueTruncated;
    }
  }
  const handed = handedAs(fields);
  if (file.name === "") return { ...handed, tooLarge: handed.tooLarge || tooLarge };
  return { ...handed, text: textOfBytes(file.bytes), file: file.name, tooLarge: file.tooLarge };
}
