import type { FastifyInstance } from "fastify";
import { checkRoutes } from "../routes/check.ts";
import { controlRoutes } from "../routes/control.ts";
import { dataRoutes } from "../routes/data.ts";
import { explainRoutes } from "../routes/explain.ts";
import { falseAlarmsRoutes } from "../routes/false-alarms.ts";
import { figureRoutes } from "../routes/figure.ts";
import { figuresRoutes } from "../routes/figures.ts";
import { homeRoutes } from "../routes/home.ts";
import { lawRoutes } from "../routes/law.ts";
import { outcomesRoutes } from "../routes/outcomes.ts";
import { peersRoutes } from "../routes/peers.ts";
import { scanRoutes } from "../routes/scan.ts";
import type { Services } from "../services/services.ts";

/** The pages, in the order of the menu. */
export function setUpRoutes(app: FastifyInstance, services: Services): void {
  homeRoutes(app, services);
  figuresRoutes(app, services);
  figureRoutes(app, services);
  outcomesRoutes(app, services);
  explainRoutes(app, services);
  peersRoutes(app, services);
  controlRoutes(app, services);
  scanRoutes(app, services);
  falseAlarmsRoutes(app);
  checkRoutes(app, services);
  lawRoutes(app, services);
  dataRoutes(app, services);
}
