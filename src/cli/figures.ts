import { misuse, parseDay, parsePeriod, sayPeriod } from "../base/index.ts";
import {
  answerFigures,
  type Change,
  type Figure,
  type FigureQuestion,
  type FiguresAnswer,
  openArchive,
} from "../figures/index.ts";
import { loadLaw } from "../law/index.ts";
import { MEASURES, type Measure } from "../records/index.ts";
import { type Command, type Given, STORE } from "./command.ts";

export const figures: Command = {
  name: "figures",
  summary: "How much was counted in two periods, how it changed, and what each number rests on.",
  options: {
    area: { type: "text", value: "AREA", meaning: "an area, such as kent", needed: true },
    class: { type: "text", value: "CLASS", meaning: "a class or group, such as 8Q, stalking or 8L+8M", needed: true },
    from: {
      type: "text",
      value: "P",
      meaning: "2016, 2017-Q2, 2017/18, 2017/18-Q1, 2017-05 or YE-2017-12",
      needed: true,
    },
    to: { type: "text", value: "P", meaning: "the later period, in the same forms", needed: true },
    by: { type: "text", value: "UNIT", meaning: "cut the stretch by month, quarter or year" },
    measure: {
      type: "text",
      value: "M",
      meaning: `what is counted; by default what the class is counted in, mostly recorded (${MEASURES.join(", ")})`,
    },
    part: { type: "text", value: "PART", meaning: "part of the measure, such as an outcome type" },
    per: { type: "text", value: "N", meaning: "also rates per N residents" },
    "known-on": { type: "text", value: "DATE", meaning: "answer with what had been released by then" },
    store: STORE,
  },
  run: async (given) => {
    const question = questionOf(given);
    const archive = await openArchive(given.options["store"] ?? "./store", loadLaw(), {
      mustExist: given.options["store"] !== undefined,
    });
    try {
      const answer = await answerFigures(question, archive);
      return { json: answer, lines: linesOf(answer) };
    } finally {
      archive.session.close();
    }
  },
};

function questionOf({ options }: Given): FigureQuestion {
  return {
    area: needed(options, "area"),
    classes: needed(options, "class"),
    from: parsePeriod(needed(options, "from")),
    to: parsePeriod(needed(options, "to")),
    by: oneOf(options["by"], ["month", "quarter", "year"] as const, "by"),
    measure: oneOf(options["measure"], MEASURES, "measure") satisfies Measure | undefined,
    part: options["part"],
    per: positive(options["per"]),
    knownOn: options["known-on"] === undefined ? undefined : parseDay(options["known-on"]),
  };
}

function needed(options: Given["options"], option: string): string {
  const value = options[option];
  if (value === undefined) {
    throw misuse({
      code: "E_OPTION",
      found: `--${option} is missing`,
      expected: `--${option}`,
      remedy: "throughline figures --help",
    });
  }
  return value;
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[], option: string): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw misuse({ code: "E_OPTION", found: `--${option} ${value}`, expected: allowed.join(", ") });
  return found;
}

function positive(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!(number > 0 && number <= 1e7)) {
    throw misuse({ code: "E_OPTION", found: `--per ${value}`, expected: "a number of residents from 1 to 10,000,000" });
  }
  return number;
}

function linesOf({ figures: rows, change, notes }: FiguresAnswer): string[] {
  return [
    ...rows.map((each) => lineOf(each)),
    ...(change === null
      ? []
      : [sayChange(change), ...change.flags.map(({ date, text }) => `  ${date ?? ""}  ${text}`)]),
    ...notes,
  ];
}

function lineOf({ areaName, className, measure, period, value, basis, source }: Figure): string {
  const number = value === null ? "cannot tell" : value.toLocaleString("en-GB");
  return `${areaName}, ${className}, ${measure}, ${sayPeriod(period)}: ${number}${source === "" ? "" : ` (${basis}; ${source})`}`;
}

function sayChange({ base, difference, ratio, percent, interval }: Change): string {
  const sign = difference > 0 ? "+" : "";
  const parts = [
    `change ${sign}${difference.toLocaleString("en-GB")} on ${base.toLocaleString("en-GB")}`,
    ...(ratio === null ? [] : [`${ratio} times`]),
    ...(interval === null
      ? []
      : [`between ${interval.low} and ${interval.high} times (${interval.level * 100} % limits, chance alone)`]),
    ...(percent === null ? [] : [`${percent > 0 ? "+" : ""}${percent} %`]),
  ];
  return parts.join(", ");
}
