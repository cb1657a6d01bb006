import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { quietEffects } from "../../src/base/index.ts";
import { ingest } from "../../src/intake/index.ts";
import { loadLaw } from "../../src/law/index.ts";
import { buildStore } from "../../src/pipeline.ts";
import { createApp, type Services, servicesOf } from "../../src/web/index.ts";

const law = loadLaw();

/** A workbench over a small store of invented numbers, and how to put it away. */
export async function openTestApp(): Promise<{
  app: Awaited<ReturnType<typeof createApp>>;
  services: Services;
  store: string;
  close: () => Promise<void>;
}> {
  const store = await mkdtemp(path.join(os.tmpdir(), "throughline-web-"));
  const delivery = path.join(store, "delivery.csv");
  await writeFile(delivery, deliveryCsv());
  await ingest({ store, paths: [delivery] }, quietEffects());
  await buildStore({ store, law }, quietEffects());
  const services = servicesOf({ store, law, effects: quietEffects() });
  const app = await createApp(services);
  const close = async (): Promise<void> => {
    await app.close();
    await services.close();
    await rm(store, { recursive: true, force: true });
  };
  return { app, services, store, close };
}

/** Two years of quarters in Kent by class, in the shape of the Home Office's open data; one row cannot be read, one force is unknown. */
function deliveryCsv(): string {
  const header =
    "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences";
  const rows = ["2016/17", "2017/18"].flatMap((year, y) =>
    [1, 2, 3, 4].flatMap((quarter) => [
      row(year, quarter, "Stalking", "8Q", 40 + 60 * y + quarter),
      row(year, quarter, "Harassment", "8L", 500 + 250 * y + 10 * quarter),
    ]),
  );
  return [
    header,
    ...rows,
    row("2017/18", 4, "Malicious communications", "8R", "many"),
    row("2017/18", 4, "Stalking", "8Q", 9).replace("Kent", "Ruritania"),
    "",
  ].join("\n");
}

function row(year: string, quarter: number, title: string, code: string, offences: number | string): string {
  return `${year},${quarter},Kent,${title},Violence against the person,Stalking and harassment,${code},${offences}`;
}

/** A workbench over the published facts that ship with Throughline. */
export async function openFactsApp(): Promise<TestApp> {
  const store = path.join(os.tmpdir(), `throughline-web-none-${process.pid}`);
  const services = servicesOf({ store, law, effects: quietEffects() });
  const app = await createApp(services);
  const close = async (): Promise<void> => {
    await app.close();
    await services.close();
  };
  return { app, services, store, close };
}

/** A workbench over a store with files as received and nothing built from them. */
export async function openUnbuiltApp(): Promise<TestApp> {
  const store = await mkdtemp(path.join(os.tmpdir(), "throughline-web-"));
  await mkdir(path.join(store, "lake"));
  const services = servicesOf({ store, law, effects: quietEffects() });
  const app = await createApp(services);
  const close = async (): Promise<void> => {
    await app.close();
    await rm(store, { recursive: true, force: true });
  };
  return { app, services, store, close };
}

export type TestApp = Awaited<ReturnType<typeof openTestApp>>;

/** The text of every `h1`. */
export function headingsIn(html: string): string[] {
  return [...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/gs)].map((match) => textOf(match[1] ?? ""));
}

/** A page's words, without its marks. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
