import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../../src/web/index.ts";
import { needs } from "../setup/needs.ts";
import { openFactsApp, type TestApp } from "./store.ts";

const found = needs("chromium");

describe.skipIf(!found.available)("asking why in a browser (needs Chromium)", () => {
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

  it.each([true, false])(
    "leads from the first page to a cause, its evidence and its rows; JavaScript %s",
    async (javaScriptEnabled) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(address);
      await page.click("text=Ask why it rose");
      expect(await page.textContent("h1")).toContain("11,761 in 2017");
      await page.click("#recording > summary");
      expect(await page.locator("#recording li").first().isVisible()).toBe(true);
      await page.click("#rows-dates a");
      expect(new URL(page.url()).pathname).toBe("/law");
      await page.goBack();
      await page.selectOption("#area", "essex");
      await page.click("button:has-text('Ask why it moved')");
      expect(await page.textContent("h1")).toMatch(/^Recorded stalking and harassment in Essex: [\d,]+ in 2017/);
      await page.click("text=Beside the other areas");
      expect(await page.textContent("h1")).toContain("in Essex");
      await page.click("text=Control chart");
      await page.fill("#rebase", "2015-04");
      await page.fill("#reason", "A rule of that month");
      await page.click("button:has-text('Draw the chart')");
      expect(await page.textContent("main")).toContain("because: A rule of that month");
      await context.close();
    },
  );

  it.each([
    "/explain?class=stalking-and-harassment",
    "/explain/peers?class=stalking-and-harassment",
    "/explain/control?class=stalking-and-harassment",
  ])("axe finds nothing wrong with everything unfolded: %s", async (url) => {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(address + url);
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    await page.evaluate(axe);
    const violations = await page.evaluate<string[]>(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`))",
    );
    expect(violations).toEqual([]);
    await context.close();
  });
});
