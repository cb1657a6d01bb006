import type { FastifyInstance } from "fastify";
import { presentHome } from "../presenters/home.ts";
import { firstFinding } from "../services/first-finding.ts";
import type { Services } from "../services/services.ts";
import { sendPage } from "../views.ts";

/** The first page: the first finding in the store, and the doors to the rest. */
export function homeRoutes(app: FastifyInstance, { withArchive, law }: Services): void {
  app.get("/", async (_request, reply) => {
    const found = await withArchive(firstFinding);
    return sendPage(reply, "home.njk", presentHome(found, law));
  });
}
