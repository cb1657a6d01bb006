import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** Which room may import which others; the rims (web, cli, pipeline.ts) may import all. */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | "all">> = {
  base: [],
  engine: ["base"],
  stats: ["base"],
  plot: ["base"],
  records: ["base", "engine"],
  law: ["base", "engine", "records"],
  intake: ["base", "engine", "records", "law"],
  people: ["base", "engine", "records"],
  conduct: ["base", "engine", "stats", "records", "law", "people"],
  figures: ["base", "engine", "stats", "records", "law"],
  explain: ["base", "stats", "records", "law", "figures"],
  claims: ["base", "stats", "records", "law", "figures", "explain"],
  publish: ["base", "engine", "plot", "records", "law", "figures", "explain", "claims"],
  casework: ["base", "stats"],
  replay: ["base", "engine", "records", "law", "people", "conduct"],
  simulate: ["base", "records", "law"],
  web: "all",
  cli: "all",
  "pipeline.ts": "all",
};

const LIMITS = { fileLines: 400, functionLines: 80 };

const root = path.resolve(import.meta.dirname, "..");

/** Path from the project's root, `src/figures/rate.ts`, to text. */
type Sources = ReadonlyMap<string, string>;

const sources = readSources();

describe("src", () => {
  it("has only rooms that the table names", () => {
    expect(rooms().filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it.each(rooms().filter((room) => !room.endsWith(".ts")))("%s has a README and a door", (room) => {
    expect(existsSync(path.join(root, "src", room, "README.md")), `src/${room}/README.md`).toBe(true);
    // The command line is a rim that nobody imports: main.ts is run, not entered.
    const door = room === "cli" ? "main.ts" : "index.ts";
    expect(existsSync(path.join(root, "src", room, door)), `src/${room}/${door}`).toBe(true);
  });

  it("imports only what the table allows, and of another room only its door", () => {
    expect(wrongImports(sources)).toEqual([]);
  });

  it("has no cycle of imports", () => {
    expect(cycles(sources)).toEqual([]);
  });

  it(`has no function over ${LIMITS.functionLines} lines and no file over ${LIMITS.fileLines}`, () => {
    expect(oversized(sources)).toEqual([]);
  });

  it("has no `any`", () => {
    expect(anys(sources)).toEqual([]);
  });
});

describe("the rules, on made-up files", () => {
  it("finds a room that reaches past another's door, or imports what it may not", () => {
    const found = wrongImports(
      new Map([
        ["src/stats/mean.ts", `import { count } from "../figures/index.ts";`],
        [
          "src/figures/rate.ts",
          `import type {\n  Interval,\n} from "../stats/interval.ts";\nexport * from "./rows.ts";`,
        ],
        ["src/base/a.ts", `const later = await import("../engine/index.ts");`],
        ["src/web/page.ts", `import "../cli/run.ts";\nimport fs from "node:fs";`],
        ["src/law/code.ts", `// import { x } from "../web/index.ts";\nimport x from "../../test/x.ts";`],
      ]),
    );
    expect(found).toEqual([
      "src/stats/mean.ts may not import figures: ../figures/index.ts",
      "src/figures/rate.ts reaches past the door of stats: ../stats/interval.ts",
      "src/base/a.ts may not import engine: ../engine/index.ts",
      "src/web/page.ts reaches past the door of cli: ../cli/run.ts",
      "src/law/code.ts leaves src: ../../test/x.ts",
    ]);
  });

  it("finds a cycle through three files, once, and none made of types alone", () => {
    const ring = new Map([
      ["src/base/a.ts", `import "./b.ts";`],
      ["src/base/b.ts", `import "./c.ts";`],
      ["src/base/c.ts", `import "./a.ts";\nimport "./d.ts";`],
      ["src/base/d.ts", `import type { A } from "./a.ts";\nimport {\n  type B,\n  type C,\n} from "./b.ts";`],
    ]);
    expect(cycles(ring)).toEqual(["src/base/a.ts -> src/base/b.ts -> src/base/c.ts -> src/base/a.ts"]);
  });

  it("finds a long function, with its arguments taken apart over lines, and a long file", () => {
    const body = "  work();\n".repeat(81);
    const long = new Map([
      ["src/base/a.ts", `export async function long({\n  a,\n}: Options): Promise<void> {\n${body}}\n`],
      ["src/base/b.ts", `export const long = (a: number) => {\n${body}};\n`],
      ["src/base/c.ts", "line;\n".repeat(401)],
    ]);
    expect(oversized(long)).toEqual([
      "src/base/a.ts:1 has a function of 85 lines",
      "src/base/b.ts:1 has a function of 83 lines",
      "src/base/c.ts has 401 lines",
    ]);
  });

  it("finds `any` where a type stands, and not in words or names", () => {
    const text = `const a: any = 1;\nfoo<any>(b as any);\nconst c = { any: 1 };\nz.any();\n// any: any\nPromise.any(x); say("any");`;
    expect(anys(new Map([["src/base/a.ts", text]]))).toEqual([1, 2, 4].map((line) => `src/base/a.ts:${line} says any`));
  });
});

function rooms(): string[] {
  const entries = readdirSync(path.join(root, "src"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() || entry.name.endsWith(".ts")).map((entry) => entry.name);
}

function readSources(): Sources {
  const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" });
  return new Map(
    files
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `src/${file.split(path.sep).join("/")}`)
      .toSorted()
      .map((file) => [file, readFileSync(path.join(root, file), "utf8")]),
  );
}

function wrongImports(files: Sources): string[] {
  return [...files].flatMap(([file, text]) =>
    relativeImports(text).flatMap((target) => objectionTo({ file, target }) ?? []),
  );
}

function objectionTo({ file, target }: { file: string; target: string }): string | undefined {
  const imported = path.posix.join(path.posix.dirname(file), target);
  if (imported === "package.json") return undefined;
  if (!imported.startsWith("src/")) return `${file} leaves src: ${target}`;
  const [from, to] = [roomOf(file), roomOf(imported)];
  if (from === to) return undefined;
  const allowed = MAY_IMPORT[from] ?? [];
  if (allowed !== "all" && !allowed.includes(to)) return `${file} may not import ${to}: ${target}`;
  const isDoor = imported === `src/${to}/index.ts` || imported === "src/pipeline.ts";
  return isDoor ? undefined : `${file} reaches past the door of ${to}: ${target}`;
}

/** `src/figures/rate.ts` stands in `figures`; `src/pipeline.ts` is a room by itself. */
function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}

/** What a text imports, exports from or loads later, as written, where it names a file. */
function relativeImports(text: string): string[] {
  const code = withoutComments(text);
  const forms = /(?:\bfrom\s*|^\s*import\s*|\bimport\(\s*)["'](\.[^"']*)["']/gm;
  return [...code.matchAll(forms)].map((match) => match[1] ?? "");
}

function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ""))
    .replaceAll(/^\s*\/\/.*$/gm, "");
}

/** Types are gone before a file runs, so two files may know one another's types. */
function withoutTypeImports(text: string): string {
  return text.replaceAll(/^(?:import|export) (?:type [^;]*?|\{(?:\s*type [^,}]+,?)+\s*\}) from "[^"]*";/gm, "");
}

function cycles(files: Sources): string[] {
  const targets = new Map(
    [...files].map(([file, text]) => [
      file,
      relativeImports(withoutTypeImports(text)).map((target) => path.posix.join(path.posix.dirname(file), target)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) found.push([...trail.slice(trail.indexOf(file)), file].join(" -> "));
    if (trail.includes(file) || done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}

function oversized(files: Sources): string[] {
  return [...files].flatMap(([file, text]) => {
    const lines = text.trimEnd().split("\n");
    const functions = functionLengths(lines)
      .filter(({ length }) => length > LIMITS.functionLines)
      .map(({ line, length }) => `${file}:${line} has a function of ${length} lines`);
    return lines.length > LIMITS.fileLines ? functions.concat(`${file} has ${lines.length} lines`) : functions;
  });
}

/** By the formatter's own layout: a function that begins a line ends at the first `}` as far in as that line. */
function functionLengths(lines: readonly string[]): { line: number; length: number }[] {
  const begins = /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\b|const \w+ = .*(?:=>|\() ?\{?$)/;
  return lines.flatMap((text, i) => {
    const indent = begins.exec(text)?.[1];
    if (indent === undefined) return [];
    const end = lines.findIndex((line, j) => j > i && new RegExp(`^${indent}\\}[;,)]*$`).test(line));
    return end < 0 ? [] : [{ line: i + 1, length: end - i + 1 }];
  });
}

/** Crude on purpose: the linter knows types, this only sees that nobody turned it off. */
function anys(files: Sources): string[] {
  const forms = /(?:(?::|\bas|<|\||&|,)\s*any\b\s*(?:[;,)>\]|&={]|$))|\bz\.any\(/;
  return [...files].flatMap(([file, text]) =>
    withoutComments(text)
      .split("\n")
      .flatMap((line, i) => (forms.test(line) ? [`${file}:${i + 1} says any`] : [])),
  );
}
