import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { needs } from "../setup/needs.ts";
import { everyPage } from "./every-page.ts";
import { openFactsApp, type TestApp } from "./store.ts";

const java = needs("java");
const VNU = path.resolve(import.meta.dirname, "../../node_modules/vnu-jar/build/dist/vnu.jar");

describe.skipIf(!java.available)("every page (needs Java)", () => {
  let facts: TestApp;
  let folder: string;
  beforeAll(async () => {
    facts = await openFactsApp();
    folder = await mkdtemp(path.join(os.tmpdir(), "throughline-html-"));
  });
  afterAll(async () => {
    await facts.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("is valid HTML", async () => {
    const pages = await everyPage(facts.app);
    const files = await Promise.all(
      pages.map(async ({ name, body }) => {
        const file = path.join(folder, `${name}.html`);
        await writeFile(file, body);
        return file;
      }),
    );
    expect(await messagesOn(files)).toEqual([]);
  }, 120_000);
});

function messagesOn(files: readonly string[]): Promise<string[]> {
  return new Promise((resolve) => {
    execFile(
      java.path,
      ["-jar", VNU, "--stdout", "--format", "json", ...files],
      { maxBuffer: 1e8 },
      (_error, stdout) => {
        const { messages } = JSON.parse(stdout) as { messages: { url: string; lastLine: number; message: string }[] };
        resolve(messages.map((each) => `${path.basename(each.url)}:${each.lastLine} ${each.message}`));
      },
    );
  });
}
