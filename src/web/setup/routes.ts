import type { FastifyInstance } from "fastify";
import { figuresRoutes } from "../routes/figures.ts";
import { homeRoutes } from "../routes/home.ts";
import type { Services } from "../services/services.ts";

/** The pages, in the order of the menu. */
export function setUpRoutes(app: FastifyInstance, services: Services): void {
  homeRoutes(app, services);
  figuresRoutes(app, services);
}
