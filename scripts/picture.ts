import { mkdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { realEffects } from "../src/base/index.ts";
import { loadLaw } from "../src/law/index.ts";
import { createApp, listen, servicesOf } from "../src/web/index.ts";

/** Draws the picture of the workbench that the README shows, over the published facts: `node scripts/picture.ts [CHROMIUM]`. */
const [executablePath = "/usr/bin/chromium"] = process.argv.slice(2);
const picture = path.resolve(import.meta.dirname, "../docs/pictures/workbench.png");

const services = servicesOf({ store: path.join(os.tmpdir(), "no-store"), law: loadLaw(), effects: realEffects() });
const app = await createApp(services);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 1060 } });
  await page.goto(await listen(app, { port: 0, host: "127.0.0.1" }));
  await mkdir(path.dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
  process.stdout.write(`${picture}\n`);
} finally {
  await browser.close();
  await app.close();
  await services.close();
}
