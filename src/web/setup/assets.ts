import { gzipSync } from "node:zlib";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { STYLESHEET } from "../views.ts";

/** Style sheet and pictures, all from this machine. */
export async function setUpAssets(app: FastifyInstance): Promise<void> {
  const { href, css } = STYLESHEET;
  const packed = gzipSync(css);
  app.get(href, (request, reply) => {
    reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=31536000, immutable");
    reply.header("vary", "accept-encoding");
    if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(css);
    return reply.header("content-encoding", "gzip").send(packed);
  });
  await app.register(fastifyStatic, {
    root: path.resolve(import.meta.dirname, "../assets"),
    prefix: "/assets/",
    index: false,
    cacheControl: false,
  });
}
