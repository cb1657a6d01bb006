import { readFile, stat } from "node:fs/promises";
import { misuse, parseDay, UserError } from "../base/index.ts";
import { type CheckedClaim, checkText, lawNames } from "../claims/index.ts";
import { answerFigures, openArchive } from "../figures/index.ts";
import { loadLaw } from "../law/index.ts";
import { type Command, STORE } from "./command.ts";

/** A file larger than this is refused before it is read; a text is refused by `claims` far earlier. */
const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

export const check: Command = {
  name: "check",
  summary: "Reads the claims out of a text, does their arithmetic again, and compares them with the published figures.",
  positionals: "FILE",
  options: {
    dated: { type: "text", value: "DATE", meaning: "the day the text was written" },
    store: STORE,
  },
  run: async ({ options, positionals }) => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      throw misuse({
        code: "E_ONE_FILE",
        found: `${positionals.length} files`,
        expected: "one file: throughline check FILE",
      });
    }
    const dated = options["dated"] === undefined ? undefined : parseDay(options["dated"]);
    const text = await readText(file);
    const law = loadLaw();
    const archive = await openArchive(options["store"] ?? "./store", law, {
      mustExist: options["store"] !== undefined,
    });
    try {
      const answer = await checkText(text, {
        law: lawNames(law),
        dated,
        finder: (question) => answerFigures(question, archive),
      });
      return { json: answer, lines: answer.claims.flatMap(linesOf) };
    } finally {
      archive.session.close();
    }
  },
};

async function readText(file: string): Promise<string> {
  const entry = await stat(file).catch(() => undefined);
  if (entry === undefined || !entry.isFile()) {
    throw new UserError({
      code: "E_NO_FILE",
      found: `there is no file ${file}`,
      expected: "a text file that can be read",
    });
  }
  if (entry.size > LARGEST_FILE_BYTES) {
    throw new UserError({
      code: "E_TEXT_TOO_LARGE",
      found: `${file} has ${entry.size} bytes`,
      expected: `at most ${LARGEST_FILE_BYTES}`,
    });
  }
  return readFile(file, "utf8");
}

function linesOf({ quote, kind, arithmetic, figures, finding }: CheckedClaim): string[] {
  return [
    `“${quote.replaceAll(/\s+/g, " ")}”`,
    `  ${kind}; arithmetic ${arithmetic}; figures ${figures.status}`,
    `  ${finding}`,
  ];
}
