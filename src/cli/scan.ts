import { misuse, parseDay, parsePeriod } from "../base/index.ts";
import { sayCounts, sayKind, type Scan, scanChanges } from "../explain/index.ts";
import { openArchive } from "../figures/index.ts";
import { loadLaw } from "../law/index.ts";
import { type Command, STORE } from "./command.ts";

export const scan: Command = {
  name: "scan",
  summary:
    "Which classes changed in which forces between two periods beyond ordinary variation, and what kind of change it is.",
  options: {
    from: {
      type: "text",
      value: "P",
      meaning: "2016, 2017-Q2, 2017/18, 2017/18-Q1, 2017-05 or YE-2017-12",
      needed: true,
    },
    to: { type: "text", value: "P", meaning: "the later period, in the same forms", needed: true },
    class: {
      type: "text",
      value: "CLASS,…",
      meaning: "these classes alone; every named group that is held by default",
    },
    "known-on": { type: "text", value: "DATE", meaning: "answer with what had been released and found by then" },
    store: STORE,
  },
  run: async ({ options }) => {
    const { from, to, store } = options;
    if (from === undefined || to === undefined) throw missing(from === undefined ? "from" : "to");
    const asked = {
      from: parsePeriod(from),
      to: parsePeriod(to),
      classes: options["class"]?.split(",").map((each) => each.trim()),
      knownOn: options["known-on"] === undefined ? undefined : parseDay(options["known-on"]),
    };
    const archive = await openArchive(store ?? "./store", loadLaw(), { mustExist: store !== undefined });
    try {
      const found = await scanChanges(archive, asked);
      return { json: found, lines: linesOf(found) };
    } finally {
      archive.session.close();
    }
  },
};

function missing(option: string): Error {
  return misuse({
    code: "E_OPTION",
    found: `--${option} is missing`,
    expected: `--${option}`,
    remedy: "throughline scan --help",
  });
}

function linesOf({ rows, tested, held, weighed, areas, classes, falseDiscoveries }: Scan): string[] {
  const list = rows.filter((row) => row.held);
  return [
    `${held} of ${tested} changes are beyond ordinary variation, of which about ${Math.round(falseDiscoveries * 100)} in 100 falsely; ${rows.length - tested} cannot be told. ${areas} forces, ${classes.length} classes; ${weighed} weighed.`,
    ...list.map((row) => `${row.areaName}, ${row.className}: ${sayCounts(row)}; ${sayKind(row)}`),
  ];
}
