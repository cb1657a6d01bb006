import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/base/index.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const TEXTS = path.join(ROOT, "bench/claims");

const GENRES = "news release minutes bulletin foi speech inspection charity letter council foreign post".split(" ");
const KINDS = "count change difference percentage-change share ratio rate rank date cause trend".split(" ");
const ROLES = "from to difference percent count share ratio rate base".split(" ");
const VERDICTS = ["consistent", "truncated", "inconsistent", "not-checkable"];
const WITHOUT_VALUES = new Set(["date", "cause", "trend"]);

interface Label {
  readonly quote: string;
  readonly occurrence?: number;
  readonly kind: string;
  readonly subject: string | null;
  readonly area: string | null;
  readonly period: string | null;
  readonly values: readonly { readonly role: string; readonly value: number }[];
  readonly arithmetic: string;
}

interface Labelled {
  readonly genre: string;
  readonly dated: string | null;
  readonly labels: readonly Label[];
}

const subjects = new Set([...firstColumn("groups.csv"), ...firstColumn("classes.csv")]);
const areas = new Set(firstColumn("areas.csv"));
const slugs = readdirSync(TEXTS).filter((name) => /^\d{3}-/.test(name));

describe("bench/claims", () => {
  it("holds at least eighty texts, each with a number of its own", () => {
    expect(slugs.length).toBeGreaterThanOrEqual(80);
    expect(new Set(slugs.map((slug) => slug.slice(0, 3))).size).toBe(slugs.length);
  });

  it("has every kind and every verdict, and texts without a claim", () => {
    const all = slugs.map((slug) => labelled(slug).labels);
    expect(new Set(all.flat().map((label) => label.kind))).toEqual(new Set(KINDS));
    expect(new Set(all.flat().map((label) => label.arithmetic))).toEqual(new Set(VERDICTS));
    expect(all.some((labels) => labels.length === 0)).toBe(true);
  });

  it.each(slugs)("%s has labels of the contract, each at its place in the text", (slug) => {
    const text = readFileSync(path.join(TEXTS, slug, "given.txt"), "utf8");
    const { genre, dated, labels } = labelled(slug);
    expect(GENRES).toContain(genre);
    expect(dated ?? "2000-01-01").toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const label of labels) expect([label.quote, ...faultsOf(label, text)]).toEqual([label.quote]);
    expect(new Set(labels.map((one) => `${one.quote}#${one.occurrence ?? 1}#${one.kind}`)).size).toBe(labels.length);
  });
});

/** What is wrong with a label, in words; nothing when it is sound. */
function faultsOf(label: Label, text: string): string[] {
  const found = occurrencesOf(label.quote, text);
  const { occurrence = 1, kind, values, period } = label;
  const faults: [boolean, string][] = [
    [found < occurrence, "the quote is not in the text so often"],
    [found > 1 && label.occurrence === undefined, "the quote occurs more than once: say which"],
    [label.quote !== label.quote.trim(), "the quote has white space at an end"],
    [!KINDS.includes(kind), `kind ${kind}`],
    [!VERDICTS.includes(label.arithmetic), `arithmetic ${label.arithmetic}`],
    [values.some(({ role, value }) => !ROLES.includes(role) || !Number.isFinite(value)), "a role or value"],
    [WITHOUT_VALUES.has(kind) !== (values.length === 0), "values where none belong, or none where some do"],
    [!(label.subject ?? "stalking").split("+").every((part) => subjects.has(part)), `subject ${label.subject}`],
    [!areas.has(label.area ?? "kent"), `area ${label.area}`],
    [parsePeriod(period ?? "2017").label !== (period ?? "2017"), `period ${period}`],
  ];
  return faults.filter(([wrong]) => wrong).map(([, words]) => words);
}

function occurrencesOf(quote: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) count += 1;
  return count;
}

function labelled(slug: string): Labelled {
  const read: Labelled = JSON.parse(readFileSync(path.join(TEXTS, slug, "labels.json"), "utf8"));
  return read;
}

function firstColumn(file: string): string[] {
  const rows = readFileSync(path.join(ROOT, "reference", file), "utf8")
    .split("\n")
    .slice(1);
  return rows.map((row) => row.split(",")[0] ?? "").filter((slug) => slug !== "");
}
