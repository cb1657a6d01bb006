import { readFile, stat } from "node:fs/promises";
import { misuse, parseDay, sha256, UserError } from "../base/index.ts";
import {
  type CheckedClaim,
  type CheckedText,
  checkText,
  type ClaimReview,
  claimReviews,
  GRADE_WORDS,
  lawNames,
  type Summary,
  weighCauses,
  type WeighedClaim,
} from "../claims/index.ts";
import { builtInQuestion, explain } from "../explain/index.ts";
import { answerFigures, openArchive } from "../figures/index.ts";
import { loadLaw } from "../law/index.ts";
import { type Answer, type Command, STORE } from "./command.ts";

/** A file larger than this is refused before it is read; a text is refused by `claims` far earlier. */
const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

export const check: Command = {
  name: "check",
  summary: "Reads the claims out of a text, does their arithmetic again, and compares them with the published figures.",
  positionals: "FILE",
  options: {
    dated: { type: "text", value: "DATE", meaning: "the day the text was written" },
    store: STORE,
    summary: { type: "flag", meaning: "print the summary alone" },
    reply: { type: "flag", meaning: "print what a press officer could answer" },
    weigh: { type: "flag", meaning: "also weigh each cause that the text states against the figures" },
    "claim-review": { type: "flag", meaning: "print schema.org ClaimReview, a JSON array" },
  },
  run: async ({ options, flags, positionals, effects }) => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      throw misuse({
        code: "E_ONE_FILE",
        found: `${positionals.length} files`,
        expected: "one file: throughline check FILE",
      });
    }
    const form = formOf(flags);
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
      const weighed = flags.has("weigh")
        ? await weighCauses(answer.claims, async (asked) => explain((await builtInQuestion(archive, asked)).question))
        : null;
      return answerAs(form, { ...answer, ...(weighed === null ? {} : { weighed }) }, () => {
        const datePublished = effects.now().toString().slice(0, 10);
        return claimReviews(answer.claims, { url: null, textDigest: sha256(text), datePublished, dated });
      });
    } finally {
      archive.session.close();
    }
  },
};

const FORMS = ["summary", "reply", "claim-review"] as const;

/** The one thing asked for instead of all. */
function formOf(flags: ReadonlySet<string>): (typeof FORMS)[number] | undefined {
  const [form, ...more] = FORMS.filter((each) => flags.has(each));
  if (more.length === 0) return form;
  const found = `--${[form, ...more].join(" and --")}`;
  throw misuse({ code: "E_OPTION", found, expected: "one of --summary, --reply and --claim-review" });
}

interface Checked extends CheckedText {
  readonly weighed?: readonly WeighedClaim[];
}

function answerAs(form: ReturnType<typeof formOf>, answer: Checked, reviews: () => ClaimReview[]): Answer {
  switch (form) {
    case "summary":
      return { json: answer.summary, lines: summaryLines(answer.summary) };
    case "reply":
      return { json: { reply: answer.reply }, lines: [answer.reply] };
    case "claim-review": {
      const json = reviews();
      return { json, lines: [JSON.stringify(json, null, 2)] };
    }
    case undefined:
      return {
        json: answer,
        lines: [
          ...summaryLines(answer.summary),
          ...answer.notes,
          "",
          ...answer.claims.flatMap(linesOf),
          ...(answer.weighed ?? []).map(({ quote, cause, text }) => `“${quote}” (${cause}): ${text}`),
        ],
      };
  }
}

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

function summaryLines({ headline, sentences, findings }: Summary): string[] {
  const shown = findings.slice(0, MOST_FINDINGS);
  const more = findings.length > shown.length ? [`and ${findings.length - shown.length} more findings`] : [];
  return [
    headline,
    ...sentences,
    ...shown.map(({ grade, claims, text }) => `- ${GRADE_WORDS[grade]} (${claims.join(", ")}): ${text}`),
    ...more,
  ];
}

const MOST_FINDINGS = 20;

function linesOf({ quote, kind, arithmetic, figures, finding }: CheckedClaim): string[] {
  return [
    `“${quote.replaceAll(/\s+/g, " ")}”`,
    `  ${kind}; arithmetic ${arithmetic}; figures ${figures.status}`,
    `  ${finding}`,
  ];
}
