import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../../src/web/index.ts";
import { needs } from "../setup/needs.ts";
import { TEXT } from "./every-page.ts";
import { openTestApp, type TestApp } from "./store.ts";

const found = needs("chromium");

describe.skipIf(!found.available)("the checker in a browser, over a store (needs Chromium)", () => {
  let test: TestApp;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    test = await openTestApp();
    address = await listen(test.app, { port: 0, host: "127.0.0.1" });
    browser = await chromium.launch({ executablePath: found.path, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
    await test.close();
  });

  it.each([true, false])(
    "keeps a text, shows it again, gives a reply, and forgets it; JavaScript %s",
    async (enabled) => {
      await withPage(browser, { javaScriptEnabled: enabled }, async (page) => {
        await check(page, address, async () => page.check("#keep"));
        expect(page.url()).toMatch(/\/check\/[0-9a-f]{64}$/);
        const kept = page.url();
        await page.click("details summary >> text=A reply that you could send");
        expect(await page.inputValue("#reply")).toContain("We have read the text of 7 February 2018");
        await page.click("button:has-text('Remove it')");
        expect(await page.textContent("h1")).toBe("The text has been removed from this machine");
        expect((await page.goto(kept))?.status()).toBe(404);
      });
    },
  );

  it("keeps a text after it was looked at, under the address of the text as it was sent", async () => {
    await withPage(browser, {}, async (page) => {
      await check(page, address);
      const digest = /SHA-256 is\s+(\w+)/.exec((await page.textContent("main")) ?? "")?.[1];
      await page.click("button:has-text('Keep this text')");
      expect(page.url()).toBe(`${address}/check/${digest}`);
      await page.click("button:has-text('Remove it')");
    });
  });

  it("downloads what it found", async () => {
    await withPage(browser, {}, async (page) => {
      await check(page, address);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.click("button:has-text('Download as ClaimReview')"),
      ]);
      const reviews = JSON.parse(await readFile(await download.path(), "utf8")) as Record<string, unknown>[];
      expect(new Set(reviews.map((each) => each["@type"]))).toEqual(new Set(["ClaimReview"]));
      expect(reviews.map((each) => each["claimReviewed"])).toEqual([
        expect.stringContaining("1,135 in 2016 to 3,941 in 2017"),
        expect.stringContaining("340 cases"),
        expect.stringContaining("213 more"),
        "an increase of 167%",
        expect.stringContaining("from 100 in 2016 to 150 in 2017"),
        "an increase of 90%",
        expect.stringContaining("November 2012"),
      ]);
    });
  });

  it("a page from elsewhere cannot make it keep or forget", async () => {
    await withPage(browser, { bypassCSP: true }, async (page) => {
      await page.setContent(
        `<form action="${address}/check" method="post"><input name="text" value="Mine."><input name="keep" value="yes"><button>Go</button></form>`,
      );
      await page.click("button");
      expect(await page.textContent("main")).toContain("a form that does not come from this workbench");
    });
  });

  it.each([1280, 390])(
    "axe finds nothing wrong at %i pixels, with everything unfolded, and nothing overflows",
    async (width) => {
      const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      await withPage(browser, { width, bypassCSP: true }, async (page) => {
        await check(page, address, async () => page.check("#keep"));
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        expect(await faultsOn(page, axe)).toEqual([]);
        await page.click("button:has-text('Remove it')");
        expect(await faultsOn(page, axe)).toEqual([]);
      });
    },
    60_000,
  );
});

async function check(page: Page, address: string, before: () => Promise<void> = async () => {}): Promise<void> {
  await page.goto(`${address}/check`);
  await page.fill("#text", TEXT);
  await page.fill("#dated", "2018-02-07");
  await before();
  await page.click("main button:has-text('Check')");
}

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
  const violations = await page.evaluate<string[]>(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id} ${nodes[0].html.slice(0, 200)}`))",
  );
  const isWide = await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth");
  return isWide ? [...violations, "wider than the window"] : violations;
}
