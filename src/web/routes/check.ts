import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { type CheckedClaim, checkText, lawNames } from "../../claims/index.ts";
import { UserError } from "../../base/index.ts";
import { answerFigures } from "../../figures/index.ts";
import { presentCheck } from "../presenters/check.ts";
import { answered, maybeDay, type Read, readFields } from "../query.ts";
import type { Services } from "../services/services.ts";
import { MOST_UPLOAD_BYTES } from "../setup/parsing.ts";
import { sendPage } from "../views.ts";
import { textOfBytes } from "./text-of-bytes.ts";

/** A text handed in, by pasting or as a file. */
export interface Handed {
  readonly text: string;
  readonly dated: string;
  /** The file's name when it came as one. */
  readonly file: string;
  readonly tooLarge: boolean;
}

/** The checker: a text goes in, its claims come back marked and checked; nothing of it is kept. */
export function checkRoutes(app: FastifyInstance, services: Services): void {
  const names = lawNames(services.law);
  const blank: Handed = { text: "", dated: "", file: "", tooLarge: false };

  app.get("/check", (_request, reply) => sendPage(reply, "check.njk", presentCheck({ handed: blank, read: null })));

  app.post("/check", async (request, reply) => {
    const handed = await handedIn(request);
    const read = await checkHanded(handed);
    return sendPage(reply.code(read.ok ? 200 : 400), "check.njk", presentCheck({ handed, read }));
  });

  async function checkHanded(handed: Handed): Promise<Read<readonly CheckedClaim[]>> {
    const field = handed.file === "" ? "text" : "file";
    if (handed.tooLarge) return { ok: false, errors: [{ field, text: "The text must be smaller than 2 MB" }] };
    const fields = readFields(DATED, handed);
    if (!fields.ok) return fields;
    const checked = services.withArchive(async (archive) => {
      const finder = (question: Parameters<typeof answerFigures>[0]) => answerFigures(question, archive);
      const { claims } = await checkText(handed.text, { law: names, finder, dated: fields.value.dated });
      return claims;
    });
    return answered(checked, { E_TEXT_EMPTY: field, E_TEXT_TOO_LARGE: field, E_TEXT_BINARY: field });
  }
}

const DATED = z.object({ dated: maybeDay("the date of the text") });
const FORM = z.object({ text: z.string().optional(), dated: z.string().optional() }).catch({});

/** Reads the form, sent as a form or with a file; a file is taken before what was pasted. */
async function handedIn(request: FastifyRequest): Promise<Handed> {
  if (!request.isMultipart()) {
    const { text = "", dated = "" } = FORM.parse(request.body ?? {});
    return { text, dated, file: "", tooLarge: Buffer.byteLength(text) > MOST_UPLOAD_BYTES };
  }
  try {
    return await partsIn(request);
  } catch (cause) {
    throw new UserError(BROKEN_FORM, { misuse: true, cause });
  }
}

const BROKEN_FORM = {
  code: "E_FORM",
  found: "a form that breaks off or is not one",
  expected: "the form of this page",
};

async function partsIn(request: FastifyRequest): Promise<Handed> {
  const fields: Record<string, string> = {};
  let file: { name: string; bytes: Uint8Array; tooLarge: boolean } = {
    name: "",
    bytes: new Uint8Array(),
    tooLarge: false,
  };
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
  const dated = fields["dated"] ?? "";
  if (file.name === "") return { text: fields["text"] ?? "", dated, file: "", tooLarge };
  return { text: textOfBytes(file.bytes), dated, file: file.name, tooLarge: file.tooLarge };
}
