import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type ClaimReview, claimReviews, lawNames } from "../../claims/index.ts";
import { presentCheck } from "../presenters/check.ts";
import { answered, maybeDay, type Read, readFields } from "../query.ts";
import { type CheckedHere, checkHere, storeOf } from "../services/check-text.ts";
import { forgetText, isDigest, keepText, type KeptText, keptText } from "../services/check-texts.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";
import { type CheckFormat, formatOf, type Handed, handedIn, NOTHING_HANDED } from "./check-form.ts";
import { refuseForeignForm } from "./check-origin.ts";

/** The checker: a text goes in, its claims come back marked and checked; it is kept only when that is asked for. */
export function checkRoutes(app: FastifyInstance, services: Services): void {
  const names = lawNames(services.law);

  app.get("/check", (_request, reply) =>
    sendPage(reply, "check.njk", presentCheck({ handed: NOTHING_HANDED, read: null })),
  );

  app.post("/check", async (request, reply) => {
    const handed = await handedIn(request);
    if (handed.keep) refuseForeignForm(request);
    const read = await checkHanded(handed);
    if (!read.ok) return sendPage(reply.code(400), "check.njk", presentCheck({ handed, read }));
    if (handed.format !== "page") return sendFile(reply, handed.format, filesOf(read.value, handed.dated, null));
    const store = await storeOf(services);
    if (!handed.keep || store === null)
      return sendPage(reply, "check.njk", presentCheck({ handed, read, canKeep: store !== null }));
    const keptAt = services.effects.now().toString();
    return reply.redirect(`/check/${await keepText(store, { ...handed, keptAt })}`, 303);
  });

  app.get<{ Params: { digest: string } }>("/check/:digest", async (request, reply) => {
    const { digest } = request.params;
    const kept = await keptUnder(digest);
    if (kept === undefined) return notKept(digest, reply);
    const handed: Handed = { ...NOTHING_HANDED, ...kept };
    const read = await checkHanded(handed);
    if (!read.ok) return sendPage(reply.code(400), "check.njk", presentCheck({ handed, read }));
    const format = formatOf(FORMAT.parse(request.query).format);
    if (format !== "page") return sendFile(reply, format, filesOf(read.value, kept.dated, addressOf(request)));
    return sendPage(reply, "check.njk", presentCheck({ handed, read, kept }));
  });

  app.post<{ Params: { digest: string } }>("/check/:digest/forget", async (request, reply) => {
    refuseForeignForm(request);
    const { digest } = request.params;
    const store = isDigest(digest) ? await storeOf(services) : null;
    const wasKept = store !== null && (await forgetText(store, digest));
    return wasKept ? sendPage(reply, "message.njk", FORGOTTEN) : notKept(digest, reply);
  });

  async function keptUnder(digest: string): Promise<KeptText | undefined> {
    const store = isDigest(digest) ? await storeOf(services) : null;
    return store === null ? undefined : keptText(store, digest);
  }

  async function checkHanded(handed: Handed): Promise<Read<CheckedHere>> {
    const field = handed.file === "" ? "text" : "file";
    if (handed.tooLarge) return { ok: false, errors: [{ field, text: "The text must be smaller than 2 MB" }] };
    const fields = readFields(DATED, handed);
    if (!fields.ok) return fields;
    const checked = checkHere(services, { text: handed.text, dated: fields.value.dated, names });
    return answered(checked, { E_TEXT_EMPTY: field, E_TEXT_TOO_LARGE: field, E_TEXT_BINARY: field });
  }

  function filesOf(checked: CheckedHere, dated: string, url: string | null): Files {
    return {
      digest: checked.digest,
      json: checked,
      "claim-review": claimReviews(checked.claims, {
        url,
        textDigest: checked.digest,
        datePublished: services.effects.now().toString().slice(0, 10),
        dated: dated.trim() === "" ? undefined : dated.trim(),
      }),
    };
  }
}

const DATED = z.object({ dated: maybeDay("the date of the text") });
const FORMAT = z.object({ format: z.string().optional() }).catch({});

interface Files {
  readonly digest: string;
  readonly json: CheckedHere;
  readonly "claim-review": readonly ClaimReview[];
}

function sendFile(reply: FastifyReply, format: Exclude<CheckFormat, "page">, files: Files): FastifyReply {
  const name = `check-${files.digest.slice(0, 12)}-${format === "json" ? "claims.json" : "claim-review.jsonld"}`;
  const type = format === "json" ? "application/json" : "application/ld+json";
  reply.type(`${type}; charset=utf-8`).header("content-disposition", `attachment; filename="${name}"`);
  return reply.send(`${JSON.stringify(files[format], null, 2)}\n`);
}

function addressOf({ protocol, host, params }: FastifyRequest<{ Params: { digest: string } }>): string {
  return `${protocol}://${host}/check/${params.digest}`;
}

function notKept(digest: string, reply: FastifyReply): FastifyReply {
  if (!isDigest(digest)) reply.callNotFound();
  else sendPage(reply.code(404), "message.njk", NOT_KEPT);
  return reply;
}

const NOT_KEPT = {
  title: "No text is kept under this address",
  paragraphs: [
    "It was never kept on this machine, or it has been removed.",
    "If you have the text, check it again: the address of a kept text is made from its words, so it will be the same.",
  ],
};

const FORGOTTEN = {
  title: "The text has been removed from this machine",
  paragraphs: ["Its address leads nowhere now. Nothing else was kept of it."],
};
