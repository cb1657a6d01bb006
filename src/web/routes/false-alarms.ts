import type { FastifyInstance } from "fastify";
import { presentFalseAlarms } from "../presenters/false-alarms.ts";
import { falseAlarmsMeasured } from "../services/false-alarms.ts";
import { sendPage } from "../views.ts";

/** How often a change is called where nothing changed. */
export function falseAlarmsRoutes(app: FastifyInstance): void {
  app.get("/false-alarms", async (_request, reply) =>
    sendPage(reply, "false-alarms.njk", presentFalseAlarms(falseAlarmsMeasured())),
  );
}
