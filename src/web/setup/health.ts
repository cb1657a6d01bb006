import type { FastifyInstance } from "fastify";

/** `/health` answers while the process can answer at all. */
export function setUpHealth(app: FastifyInstance): void {
  app.get("/health", () => ({ status: "ok" }));
}
