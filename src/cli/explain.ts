import { misuse, parseDay, parsePeriod } from "../base/index.ts";
import {
  builtInQuestion,
  eventStudies,
  type EventStudied,
  explain as weigh,
  type Explanation,
  givenQuestion,
  sayEvent,
  type WeighedCause,
} from "../explain/index.ts";
import { openArchive } from "../figures/index.ts";
import { loadLaw } from "../law/index.ts";
import { type Command, type Given, STORE } from "./command.ts";

export const explain: Command = {
  name: "explain",
  summary: "Why a figure moved between two periods: each rival cause, its part, what speaks for and against it.",
  options: {
    area: { type: "text", value: "AREA", meaning: "an area, such as kent, or one of the observations", needed: true },
    class: {
      type: "text",
      value: "CLASS",
      meaning: "a class or group, such as 8Q, stalking or 8L+8M, or one of the observations",
      needed: true,
    },
    from: {
      type: "text",
      value: "P",
      meaning: "2016, 2017-Q2, 2017/18, 2017/18-Q1, 2017-05 or YE-2017-12",
      needed: true,
    },
    to: { type: "text", value: "P", meaning: "the later period, in the same forms", needed: true },
    "known-on": { type: "text", value: "DATE", meaning: "answer with what had been released and found by then" },
    event: {
      type: "text",
      value: "DATE",
      meaning: "study what this day set off; without it, the events that are known to touch the class",
    },
    observations: {
      type: "text",
      value: "FILE",
      meaning: "explain a CSV with area,class,measure,period,value instead",
    },
    context: {
      type: "text",
      value: "FILE",
      meaning: "JSON with rules, audits, events and training for the observations; without it, the knowledge base",
    },
    store: STORE,
  },
  run: async (given) => {
    const { question, notes } = await questionOf(given);
    const explanation = weigh(question);
    const day = given.options.event === undefined ? undefined : parseDay(given.options.event);
    const events = eventStudies(question, day);
    const lines = [...causeLines(explanation), ...eventLines(events), ...noteLines(notes)];
    return { json: { ...explanation, events, notes }, lines };
  },
};

async function questionOf({ options }: Given) {
  const { observations, context, store } = options;
  const asked = {
    area: needed(options, "area"),
    classes: needed(options, "class"),
    from: parsePeriod(needed(options, "from")),
    to: parsePeriod(needed(options, "to")),
  };
  const knownOn = options["known-on"] === undefined ? undefined : parseDay(options["known-on"]);
  if (observations !== undefined) {
    if (knownOn !== undefined) throw notTogether("--known-on and --observations", "a file says nothing of releases");
    return givenQuestion(loadLaw(), { ...asked, observations, context });
  }
  if (context !== undefined) throw notTogether("--context without --observations", "--observations FILE beside it");
  const archive = await openArchive(store ?? "./store", loadLaw(), { mustExist: store !== undefined });
  try {
    return await builtInQuestion(archive, { ...asked, knownOn });
  } finally {
    archive.session.close();
  }
}

function needed(options: Given["options"], option: string): string {
  const value = options[option];
  if (value !== undefined && value.trim() !== "") return value;
  throw misuse({
    code: "E_OPTION",
    found: `--${option} is missing`,
    expected: `--${option}`,
    remedy: "throughline explain --help",
  });
}

function notTogether(found: string, expected: string): Error {
  return misuse({ code: "E_OPTION", found, expected, remedy: "throughline explain --help" });
}

/** The paragraph, then a line a cause, then what speaks for and against those that are left. */
function causeLines({ text, causes, inseparable }: Explanation): string[] {
  const rows = causes.map((each) => [each.cause, each.standing, shareOf(each), each.decider] as const);
  const head = ["cause", "standing", "part of the change", "what would decide"] as const;
  const widths = [0, 1, 2].map((column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const lineOf = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return [
    ...wrapped(text),
    "",
    ...[head, ...rows].map(lineOf),
    ...inseparable.map((group) => `These data cannot tell apart: ${group.join(", ")}.`),
    ...causes.filter(({ standing }) => standing !== "ruled-out").flatMap(evidenceLines),
  ];
}

function eventLines(events: readonly EventStudied[]): string[] {
  return events.flatMap((event) => ["", ...sayEvent(event).flatMap((line) => wrapped(line))]);
}

/** What the answer rests on. */
function noteLines(notes: readonly string[]): string[] {
  return notes.length === 0 ? [] : ["", ...notes.flatMap((note) => wrapped(note))];
}

function shareOf({ share, bound }: WeighedCause): string {
  if (share === null) return "cannot be said";
  const percent = (part: number) => `${Math.round(part * 100)} %`;
  return `${percent(share.low)} to ${percent(share.high)}${bound === null ? "" : " *"}`;
}

const SIGNS = { for: "+", against: "-", neither: "." } as const;

function evidenceLines({ cause, bound, evidence }: WeighedCause): string[] {
  if (evidence.length === 0 && bound === null) return [];
  return [
    "",
    `${cause}:`,
    ...(bound === null ? [] : [`  * ${bound}`]),
    ...evidence.flatMap(({ speaks, text }) =>
      wrapped(text).map((line, i) => `  ${i === 0 ? SIGNS[speaks] : " "} ${line}`),
    ),
  ];
}

const LINE_LENGTH = 100;

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= LINE_LENGTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
