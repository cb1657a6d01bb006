import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";

/** The largest text that may be handed in to be checked. */
export const MOST_UPLOAD_BYTES = 2 * 1024 * 1024;

/** Forms and uploads, within limits. */
export async function setUpParsing(app: FastifyInstance): Promise<void> {
  await app.register(formbody, { bodyLimit: 2 * MOST_UPLOAD_BYTES });
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: MOST_UPLOAD_BYTES, fieldSize: MOST_UPLOAD_BYTES, files: 1, fields: 10, parts: 12 },
  });
}
