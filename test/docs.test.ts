import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const manifest = JSON.parse(read("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

const pages = [
  ...readdirSync(root).filter((file) => file.endsWith(".md")),
  ...["docs", "src", "reference"].flatMap(markdownIn),
];

const GLOSSARY = "docs/glossary.md";

describe("links", () => {
  it("point only to files and headings that are there", () => {
    expect(findingsOn(pages, (page) => deadLinks(page, read(page)))).toEqual([]);
  });

  it("are found dead where they are, and not in code", () => {
    const text = "[a](../package.json) [b](nowhere.md) [c](#here) [d](#gone) `[e](x)` [f](https://x.org)\n\n## Here";
    expect(deadLinks("docs/made-up.md", text)).toEqual(["nowhere.md", "#gone"]);
  });
});

describe("commands", () => {
  it("of npm exist as scripts", () => {
    const isMissing = (script: string): boolean => !(script in manifest.scripts);
    expect(findingsOn(pages, (page) => npmScriptsIn(read(page)).filter(isMissing))).toEqual([]);
  });

  it("of throughline are listed by its help", () => {
    const help = spawnSync(path.join(root, "bin/throughline"), ["--help"], { encoding: "utf8" }).stdout;
    const isMissing = (command: string): boolean => !new RegExp(`^ +${command}\\b`, "m").test(help);
    expect(findingsOn(pages, (page) => commandsIn(read(page)).filter(isMissing))).toEqual([]);
  });

  it("are found in blocks and spans of code, and not in prose", () => {
    const text =
      "npm run prose\n```sh\nnpm start\nPORT=1 npx throughline figures --area kent\n```\n`npm run x:y` or `npm test`";
    expect(npmScriptsIn(text)).toEqual(["start", "x:y", "test"]);
    expect(commandsIn(text)).toEqual(["figures"]);
  });
});

describe("docs/decisions", () => {
  const decided = decidedDependencies();
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

  it("have a row for every dependency, and for none that is gone", () => {
    expect([...decided.keys()].toSorted()).toEqual(dependencies.toSorted());
  });

  it("say on its page why a dependency is there", () => {
    const isSilent = ([name, page]: readonly [string, string]): boolean =>
      !read(`docs/decisions/${page}`).includes(`\`${name}\``);
    expect([...decided].filter(isSilent)).toEqual([]);
  });

  it("each have a context, a choice, a cost and what would change our mind", () => {
    const decisions = markdownIn("docs/decisions").filter((page) => !page.endsWith("README.md"));
    const missing = (page: string): string[] => {
      const parts = allMatches(read(page), /^\*\*([^*]+)\.\*\*/gm);
      return ["Context", "Choice", "Cost", "What would change our mind"].filter((part) => !parts.includes(part));
    };
    expect(findingsOn(decisions, missing)).toEqual([]);
  });
});

describe("docs/glossary.md", () => {
  const rows = tableRows(read(GLOSSARY));
  const terms = rows.map(([term = ""]) => term);

  it("is in alphabetical order, each term once", () => {
    expect(terms).toEqual([...new Set(terms)].toSorted((a, b) => a.localeCompare(b, "en")));
  });

  it("holds only terms that are used, elsewhere or to explain another term", () => {
    const elsewhere = [
      ...pages.filter((page) => page !== GLOSSARY),
      ...filesIn("src", ".ts"),
      ...filesIn("reference", ".csv"),
    ];
    const words = plain(elsewhere.map(read).join("\n"));
    const isUsed = (term: string): boolean =>
      words.includes(plain(term)) ||
      rows.some(([other, meaning = ""]) => other !== term && plain(meaning).includes(plain(term)));
    expect(terms.filter((term) => !isUsed(term))).toEqual([]);
  });
});

function findingsOn(files: readonly string[], find: (file: string) => readonly string[]): string[] {
  return files.flatMap((file) => find(file).map((finding) => `${file}: ${finding}`));
}

/** From the table in docs/decisions/README.md: a dependency's name to its page. */
function decidedDependencies(): Map<string, string> {
  const rows = tableRows(read("docs/decisions/README.md"));
  return new Map(
    rows.flatMap(([names = "", link = ""]) => {
      const page = allMatches(link, /\(([^)]+)\)/g)[0] ?? "";
      return allMatches(names, /`([^`]+)`/g).map((name) => [name, page] as const);
    }),
  );
}

function npmScriptsIn(text: string): string[] {
  return codeOf(text).flatMap((code) =>
    allMatches(code, /\bnpm (?:run (?:-s |--silent )?)?(start|test|(?<=run (?:-s |--silent )?)[\w:-]+)/g),
  );
}

function commandsIn(text: string): string[] {
  return codeOf(text).flatMap((code) => allMatches(code, /\bthroughline ([a-z][a-z-]*)/g));
}

function read(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, " ");
}

function markdownIn(folder: string): string[] {
  return filesIn(folder, ".md");
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file.split(path.sep).join("/")}`)
    .toSorted();
}

/** Links of a page to files or headings that are not there; links to other sites are not followed. */
function deadLinks(page: string, text: string): string[] {
  const prose = text.replaceAll(/```[\s\S]*?```/g, "").replaceAll(/`[^`\n]*`/g, "");
  const targets = allMatches(prose, /\]\(\s*<?([^)\s>]+)>?[^)]*\)/g).concat(
    allMatches(prose, /\b(?:src|href)="([^"]+)"/g),
  );
  return targets.filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(page, text, target));
}

function leadsSomewhere(page: string, text: string, target: string): boolean {
  const [file = "", heading] = target.split("#");
  const absolute = path.join(root, path.dirname(page), decodeURIComponent(file));
  if (file !== "" && !existsSync(absolute)) return false;
  if (heading === undefined) return true;
  return headingIds(file === "" ? text : readFileSync(absolute, "utf8")).includes(heading);
}

/** As GitHub makes them: lower case, no punctuation, spaces to hyphens. */
function headingIds(text: string): string[] {
  return allMatches(text, /^#+ +(.+)$/gm).map((heading) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** What a page shows as code: blocks and spans. */
function codeOf(text: string): string[] {
  return allMatches(text, /```[^\n]*\n([\s\S]*?)```/g).concat(
    allMatches(text.replaceAll(/```[\s\S]*?```/g, ""), /`([^`\n]+)`/g),
  );
}

/** The cells of a Markdown table's rows, without its head. */
function tableRows(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function allMatches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}
