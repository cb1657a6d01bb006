import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/index.ts";
import { headingsIn, openFactsApp, openTestApp, openUnbuiltApp, type TestApp, textOf } from "./store.ts";

const TEXT =
  "Stalking in Kent: there were 340 cases reported in 2017 - 213 more when compared to 2016 - an increase of 167%.";
const SAME_ORIGIN = { "sec-fetch-site": "same-origin" };

describe("POST /check", () => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp()));
  afterAll(() => test.close());

  it("begins with the summary, shows the steps of the arithmetic, and offers a reply", async () => {
    const { body } = await send(test, "/check", { text: TEXT, dated: "2018-02-07" });
    const words = textOf(body);
    expect(headingsIn(body)).toEqual(["3 claims read: 1 cut off rather than rounded, 2 with arithmetic that holds"]);
    expect(words.indexOf("Cut off, not rounded")).toBeLessThan(words.indexOf("Findings"));
    expect(words).toContain("213 ÷ 127 = 167.7 %");
    expect(words).toContain("340 − 213 = 127, the base");
    expect(words).toContain("We have read the text of 7 February 2018");
  });

  it("shows each recorded figure with classes, release and standing, and leads to its page", async () => {
    const text = "Harassment in Kent rose from 2,100 in 2016/17 to 3,100 in 2017/18.";
    const { body } = await send(test, "/check", { text });
    expect(textOf(body)).toMatch(
      /Recorded: Harassment \(8L\) the year to March 2017 2,100 the year to March 2018 3,100/,
    );
    expect(textOf(body)).toContain("Difference +1,000 (+47.6 %)");
    const href = /href="(\/figure\/[^"]*)"/.exec(body)?.[1] ?? "";
    expect((await test.app.inject(href)).statusCode).toBe(200);
  });

  it("writes nothing when nobody asked for the text to be kept", async () => {
    const before = await allIn(test.store);
    const replies = await Promise.all([
      send(test, "/check", { text: TEXT }),
      send(test, "/check", { text: TEXT, format: "json" }),
      send(test, "/check", { text: TEXT, keep: "no" }),
      sendFile(test, TEXT),
    ]);
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(textOf(replies[0]?.body ?? "")).toContain("Nothing of this text was kept");
    expect(await allIn(test.store)).toEqual(before);
  });

  it("downloads as JSON and as ClaimReview", async () => {
    const json = await send(test, "/check", { text: TEXT, format: "json" });
    expect(json.headers["content-type"]).toContain("application/json");
    expect(json.headers["content-disposition"]).toMatch(/^attachment; filename="check-[0-9a-f]{12}-claims\.json"$/);
    expect(json.json()).toMatchObject({
      digest: sha256(TEXT),
      build: { id: expect.stringMatching(/^[0-9a-f]{16}$/) },
      claims: [{ kind: "count" }, { kind: "difference" }, { kind: "percentage-change" }],
      summary: { counts: { claims: 3 } },
      reply: expect.stringContaining("We have read"),
    });
    const reviews = await send(test, "/check", { text: TEXT, dated: "2018-02-07", format: "claim-review" });
    expect(reviews.headers["content-type"]).toContain("application/ld+json");
    const [first] = reviews.json<Record<string, unknown>[]>();
    expect(first).toMatchObject({ "@type": "ClaimReview", datePublished: "2026-01-01" });
    expect(first).not.toHaveProperty("url");
  });

  it("sends the text back and forth without changing a character", async () => {
    const odd = `${TEXT}\r\nOne\rTwo\nThree\u202E "<&>" \u00A0é𝄞`;
    const { body } = await send(test, "/check", { text: odd });
    const exact = /name="exact" value="([^"]*)"/.exec(body)?.[1] ?? "";
    expect(Buffer.from(exact, "base64url").toString()).toBe(odd);
    const again = await send(test, "/check", { exact, format: "json" });
    expect(again.json()).toMatchObject({ digest: sha256(odd) });
  });

  it("shows at most 300 claims, and counts the rest", async () => {
    const text = Array.from({ length: 320 }, (_, i) => `Kent recorded ${i + 101} burglaries in 2017.`).join("\n");
    const { body } = await send(test, "/check", { text });
    expect(body.match(/<li id="claim-/g)).toHaveLength(300);
    expect(textOf(body)).toContain("20 more claims are not shown here");
  });

  it.each([
    ["the source of a web page", `<p>${TEXT}</p><p>More.</p>`, "looks like the source of a web page"],
    ["broken lines of a PDF", "The har-\nassment of per-\nsons and the rob-\nbery of banks.", "copied from a PDF"],
    ["marks of direction", `\u202E${TEXT}`, "direction of writing"],
    ["lost characters", `${TEXT} \uFFFD`, "Some characters were lost"],
    ["no words", "1234 5678 ....", "hardly any words"],
  ])("says what stands in the way of reading: %s", async (_, text, note) => {
    const { statusCode, body } = await send(test, "/check", { text });
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain(note);
  });

  it("shows the text as given when there is no claim in it", async () => {
    const { body } = await send(test, "/check", { text: "The fete was a success." });
    expect(headingsIn(body)).toEqual(["Cannot tell: no claim about numbers of crimes was found in this text"]);
    expect(textOf(body)).toContain("The fete was a success.");
  });
});

describe("texts that are kept", () => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp()));
  afterAll(() => test.close());

  it("are kept under the digest of their exact characters, when that is asked for", async () => {
    const { statusCode, headers } = await keep(test, { text: TEXT, dated: "2018-02-07" });
    expect([statusCode, headers.location]).toEqual([303, `/check/${sha256(TEXT)}`]);
    const file = path.join(test.store, "texts", `${sha256(TEXT)}.txt`);
    expect(await readFile(file, "utf8")).toBe(TEXT);
    expect((await stat(path.dirname(file))).mode & 0o077).toBe(0);
    expect((await allIn(test.store)).filter((each) => each.includes(".half"))).toEqual([]);
  });

  it("are checked again against the build being served, which the page names", async () => {
    await keep(test, { text: TEXT, dated: "2018-02-07" });
    const { statusCode, body } = await test.app.inject(`/check/${sha256(TEXT)}`);
    expect(statusCode).toBe(200);
    expect(textOf(body)).toMatch(/Checked again just now against build [0-9a-f]{16}\./);
    expect(textOf(body)).toContain("kept on this machine since 1 January 2026");
    expect(textOf(body)).toContain("We have read the text of 7 February 2018");
  });

  it("have reviews that lead to their page", async () => {
    await keep(test, { text: TEXT });
    const { body, headers } = await test.app.inject(`/check/${sha256(TEXT)}?format=claim-review`);
    expect(headers["content-disposition"]).toContain("attachment");
    expect(JSON.parse(body)).toMatchObject([{ url: `http://localhost:80/check/${sha256(TEXT)}#claim-1` }, {}, {}]);
    const json = await test.app.inject(`/check/${sha256(TEXT)}?format=json`);
    expect(json.json()).toMatchObject({ digest: sha256(TEXT) });
  });

  it("are removed when that is asked for, and then lead nowhere", async () => {
    await keep(test, { text: TEXT });
    const address = `/check/${sha256(TEXT)}`;
    const gone = await send(test, `${address}/forget`, {}, SAME_ORIGIN);
    expect([gone.statusCode, headingsIn(gone.body)]).toEqual([200, ["The text has been removed from this machine"]]);
    expect(await readdir(path.join(test.store, "texts"))).toEqual([]);
    expect((await test.app.inject(address)).statusCode).toBe(404);
    expect((await send(test, `${address}/forget`, {}, SAME_ORIGIN)).statusCode).toBe(404);
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a site beside it", { "sec-fetch-site": "same-site" }],
    ["an address typed in", { "sec-fetch-site": "none" }],
    ["another origin, from a browser that says no more", { origin: "http://elsewhere.example" }],
    ["nowhere that is said", {}],
  ])("are neither kept nor removed at the bidding of %s", async (_, headers) => {
    await keep(test, { text: TEXT });
    const before = await allIn(test.store);
    const forgotten = await send(test, `/check/${sha256(TEXT)}/forget`, {}, headers);
    const kept = await send(test, "/check", { text: "Another text.", keep: "yes" }, headers);
    expect([forgotten.statusCode, kept.statusCode]).toEqual([400, 400]);
    expect(await allIn(test.store)).toEqual(before);
  });

  it("are kept for an older browser that gives its own origin", async () => {
    const { statusCode } = await send(test, "/check", { text: TEXT, keep: "yes" }, { origin: "http://localhost:80" });
    expect(statusCode).toBe(303);
  });

  it.each([
    "0".repeat(64),
    sha256(TEXT).toUpperCase(),
    "..%2F..%2Fdelivery.csv",
    `..%2Ftexts%2F${sha256(TEXT)}`,
    `${sha256(TEXT)}.txt`,
    `${sha256(TEXT)}%00`,
    "%2Fetc%2Fpasswd",
  ])("are not found under %s", async (digest) => {
    await keep(test, { text: TEXT });
    expect((await test.app.inject(`/check/${digest}`)).statusCode).toBe(404);
    expect((await send(test, `/check/${digest}/forget`, {}, SAME_ORIGIN)).statusCode).toBe(404);
    expect((await test.app.inject(`/check/${sha256(TEXT)}`)).statusCode).toBe(200);
  });

  it("are refused, not shown, when the file is no longer the text of its name", async () => {
    const digest = sha256("Another text.");
    await mkdir(path.join(test.store, "texts"), { recursive: true });
    await writeFile(path.join(test.store, "texts", `${digest}.txt`), "Changed.");
    const { statusCode, body } = await test.app.inject(`/check/${digest}`);
    expect(statusCode).toBe(400);
    expect(textOf(body)).toContain("no longer holds the text");
    expect(body).not.toContain("Changed.");
  });

  it("survive being kept many times at once", async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => keep(test, { text: `${TEXT} Again.` })));
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([303]));
    expect((await test.app.inject(`/check/${sha256(`${TEXT} Again.`)}`)).statusCode).toBe(200);
  });
});

describe("a workbench without a store", () => {
  it("refuses to keep a text in words, and checks it all the same", async () => {
    const facts = await openFactsApp();
    const { statusCode, body } = await keep(facts, { text: TEXT });
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain("The text was not kept: this workbench has no store of its own");
    expect(textOf(body)).toContain("Checked against the published facts that ship with Throughline.");
    expect(await allIn(facts.store)).toEqual([]);
    expect((await facts.app.inject(`/check/${sha256(TEXT)}`)).statusCode).toBe(404);
    await facts.close();
  });

  it("with files and no build says what to do", async () => {
    const unbuilt = await openUnbuiltApp();
    expect((await unbuilt.app.inject(`/check/${sha256(TEXT)}`)).statusCode).toBe(503);
    await unbuilt.close();
  });
});

function send({ app }: TestApp, url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return app.inject({
    method: "POST",
    url,
    headers: { ...type, ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
}

function keep(test: TestApp, fields: Record<string, string>) {
  return send(test, "/check", { ...fields, keep: "yes" }, SAME_ORIGIN);
}

async function sendFile({ app }: TestApp, text: string) {
  const form = new FormData();
  form.set("file", new Blob([text]), "article.txt");
  const request = new Request("http://localhost/check", { method: "POST", body: form });
  const type = request.headers.get("content-type") ?? "";
  const payload = Buffer.from(await request.arrayBuffer());
  return app.inject({ method: "POST", url: "/check", headers: { "content-type": type }, payload });
}

async function allIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? (await readdir(folder, { recursive: true })).toSorted() : [];
}
