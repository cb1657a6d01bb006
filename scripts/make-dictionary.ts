/* Writes docs/data-dictionary.md from the declared tables: node scripts/make-dictionary.ts */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { dictionaryOf, type Table } from "../src/engine/index.ts";
import { areaName, classLabel } from "../src/law/index.ts";
import * as records from "../src/records/index.ts";

export const DICTIONARY_PAGE = path.resolve(import.meta.dirname, "../docs/data-dictionary.md");

/** The page as it should be: every declared table with its columns. */
export function dictionaryPage(): string {
  const declared = Object.values<unknown>(records)
    .filter(isTable)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const sections = [...declared, areaName, classLabel].map(sectionOf);
  return [
    "# Data dictionary",
    "",
    "Made from the declared tables by `node scripts/make-dictionary.ts`; a test holds it to them. Key columns are marked *.",
    "",
    ...sections,
  ].join("\n");
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "table";
}

function sectionOf(table: Table): string {
  const rows = dictionaryOf(table).map(({ column, type, required, unit, meaning, sensitivity }) => {
    const key = table.key.includes(column) ? " *" : "";
    const cells = [`${column}${key}`, type, required ? "always" : "may be unknown", unit, meaning, sensitivity];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    `## ${table.name}`,
    "",
    table.meaning,
    "",
    "| column | type | value | unit | meaning | who may see it |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

if (import.meta.main) await writeFile(DICTIONARY_PAGE, dictionaryPage());
