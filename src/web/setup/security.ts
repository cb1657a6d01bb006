import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Headers that keep a page to itself: no script, no frame, nothing from elsewhere. */
export async function setUpSecurity(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
      },
    },
    frameguard: { action: "deny" },
    // Served over plain HTTP on this machine alone, where the header would mean nothing.
    hsts: false,
  });
  app.addHook("onRequest", async (request, reply) => {
    if (!LOOPBACK.has(request.hostname)) return reply.code(421).type("text/plain").send(MISDIRECTED);
    reply.header("cache-control", "no-cache");
    return undefined;
  });
}

/** A page elsewhere could point its own name at this machine; then the Host header gives it away. */
const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);
const MISDIRECTED = "This workbench answers on this machine only: open it as http://127.0.0.1 or http://localhost.\n";
