import Fastify, { type FastifyInstance } from "fastify";
import type { Services } from "./services/services.ts";
import { setUpAssets } from "./setup/assets.ts";
import { setUpErrors } from "./setup/errors.ts";
import { setUpHealth } from "./setup/health.ts";
import { setUpNotFound } from "./setup/not-found.ts";
import { setUpParsing } from "./setup/parsing.ts";
import { setUpRoutes } from "./setup/routes.ts";
import { setUpSecurity } from "./setup/security.ts";

/** The workbench as a value: call it with `inject` in a test, or let it listen. */
export async function createApp(services: Services): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 256 * 1024, routerOptions: { maxParamLength: 1000 } });
  setUpErrors(app, services);
  setUpHealth(app);
  await setUpSecurity(app);
  await setUpAssets(app);
  await setUpParsing(app);
  setUpRoutes(app, services);
  setUpNotFound(app);
  await app.ready();
  return app;
}

/** Serves on this machine alone; gives the address to open. */
export async function listen(
  app: FastifyInstance,
  { port, host }: { readonly port: number; readonly host: "127.0.0.1" },
): Promise<string> {
  return app.listen({ port, host });
}
