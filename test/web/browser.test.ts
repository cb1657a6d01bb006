import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../../src/web/index.ts";
import { needs } from "../setup/needs.ts";
import { figureUrl, PAGES, TEXT } from "./every-page.ts";
import { openFactsApp, type TestApp } from "./store.ts";

const found = needs("chromium");

describe.skipIf(!found.available)("the workbench in a browser (needs Chromium)", () => {
  let facts: TestApp;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    facts = await openFactsApp();
    address = await listen(facts.app, { port: 0, host: "127.0.0.1" });
    browser = await chromium.launch({ executablePath: found.path, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
    await facts.close();
  });

  describe.each([true, false])("with JavaScript %s", (javaScriptEnabled) => {
    it("leads from the first page by the explorer and a figure to its source rows", async () => {
      await withPage(browser, { javaScriptEnabled }, async (page) => {
        await page.goto(address);
        expect(await page.textContent("h1")).toContain("11,761 in 2017");
        await page.click("nav >> text=Figures");
        await page.selectOption("#class", "8Q");
        await page.fill("#from", "2017/18");
        await page.fill("#to", "2018/19");
        await page.click("button:has-text('Show figures')");
        expect(new URL(page.url()).searchParams.get("class")).toBe("8Q");
        expect(await page.textContent("h1")).toMatch(/^Recorded stalking in Kent: [\d,]+ in the year to March 2019/);
        await page.click("#table >> text=the year to March 2018");
        expect(await page.textContent("h1")).toMatch(/^Recorded stalking in Kent: [\d,]+ in the year to March 2018$/);
        expect(await page.textContent(".tl-rows")).toContain("8Q");
      });
    });

    it("checks a text that was pasted, and leads from a finding to its place and back", async () => {
      await withPage(browser, { javaScriptEnabled }, async (page) => {
        await page.goto(`${address}/check`);
        await page.fill("#text", TEXT);
        await page.fill("#dated", "2018-02-07");
        await page.click("main button");
        expect(await page.textContent("h1")).toMatch(/claims read/);
        expect(await page.locator("mark").count()).toBeGreaterThan(3);
        await page.click(".tl-number >> nth=0");
        expect(page.url()).toMatch(/#claim-1$/);
        await page.click("#claim-1 h3 a");
        expect(page.url()).toMatch(/#text-1$/);
      });
    });

    it("leads from the error summary to the field", async () => {
      await withPage(browser, { javaScriptEnabled }, async (page) => {
        await page.goto(`${address}/figures?from=then`);
        await page.click(".govuk-error-summary a");
        expect(await page.evaluate("document.activeElement.id")).toBe("from");
      });
    });
  });

  it("a file is checked as what was pasted is", async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(`${address}/check`);
      await page.setInputFiles("#file", { name: "article.txt", mimeType: "text/plain", buffer: Buffer.from(TEXT) });
      await page.click("main button");
      expect(await page.textContent("h1")).toMatch(/claims read/);
    });
  });

  describe.each([
    ["desk", 1280],
    ["phone", 390],
  ])("at the width of a %s", (_, width) => {
    it("axe finds nothing wrong on any page, nothing overflows, and nothing is fetched from elsewhere", async () => {
      const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      const urls = [...PAGES.map(([, url]) => url), await figureUrl(facts.app)];
      await withPage(browser, { width, bypassCSP: true }, async (page) => {
        const strangers: string[] = [];
        page.on("request", (request) => void (request.url().startsWith(address) || strangers.push(request.url())));
        const found: string[] = [];
        for (const url of urls) {
          await page.goto(address + url);
          found.push(...(await faultsOn(page, axe)).map((fault) => `${url}: ${fault}`));
        }
        await page.goto(`${address}/check`);
        await page.fill("#text", TEXT);
        await page.click("main button");
        found.push(...(await faultsOn(page, axe)).map((fault) => `checked: ${fault}`));
        expect(found).toEqual([]);
        expect(strangers).toEqual([]);
      });
    }, 120_000);
  });
});

interface Settings {
  readonly javaScriptEnabled?: boolean;
  readonly bypassCSP?: boolean;
  readonly width?: number;
}

async function withPage(browser: Browser, settings: Settings, use: (page: Page) => Promise<void>): Promise<void> {
  const { width = 1280, ...rest } = settings;
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...rest });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What axe finds, and whether the page is wider than its window. */
async function faultsOn(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: readonly Violation[] }> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200) ?? ""}`);
  });
  const isWide = await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth");
  return isWide ? [...violations, "wider than the window"] : violations;
}
