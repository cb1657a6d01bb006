import type { FastifyInstance } from "fastify";
import { presentData } from "../presenters/data.ts";
import { holdingsOf } from "../services/holdings.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";

/** What is held: deliveries, what was refused of them, and what could not be placed. */
export function dataRoutes(app: FastifyInstance, { withArchive }: Services): void {
  app.get("/data", async (_request, reply) => {
    const holdings = await withArchive(holdingsOf);
    return sendPage(reply, "data.njk", presentData(holdings));
  });
}
