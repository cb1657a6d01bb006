import { type Effects, misuse } from "../base/index.ts";
import { loadLaw } from "../law/index.ts";
import { type Command, STORE } from "./command.ts";

export const serve: Command = {
  name: "serve",
  summary: "Serves the workbench on this machine; stops cleanly on SIGTERM and Ctrl-C.",
  options: {
    store: STORE,
    port: { type: "text", value: "N", meaning: "the port; 3000 by default, 0 for any free one" },
  },
  run: async ({ options, effects }) => {
    await serveStore(options["store"] ?? "./store", portOf(options["port"]), effects);
    return undefined;
  },
};

/** Serves a store until told to stop. */
export async function serveStore(store: string, port: number, effects: Effects): Promise<void> {
  const { createApp, listen, servicesOf } = await import("../web/index.ts");
  const services = servicesOf({ store, law: loadLaw(), effects });
  const app = await createApp(services);
  const address = await listen(app, { port, host: "127.0.0.1" });
  process.stdout.write(`Throughline is at ${address}\n`);
  await stopAsked();
  await app.close();
  await services.close();
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}

/** A port from an option or from PORT. */
export function portOf(text = process.env["PORT"] ?? "3000"): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw misuse({ code: "E_PORT", found: `port "${text}"`, expected: "a number from 0 to 65535" });
  }
  return port;
}
