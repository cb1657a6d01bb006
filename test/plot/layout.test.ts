import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadLabels } from "../../src/plot/ends.ts";
import { type Flag, FLAG_GAP, placeFlags } from "../../src/plot/flags.ts";
import { textWidth, widestOf, wrapText } from "../../src/plot/text.ts";
import { dateTicks, dayNumber, valueTicks } from "../../src/plot/ticks.ts";

interface Box {
  readonly from: number;
  readonly to: number;
  readonly foot: number;
  readonly head: number;
}

function boxOf({ x, side, lines, foot, head }: Flag): Box {
  const [near, far] = [FLAG_GAP, FLAG_GAP + widestOf(lines)];
  return side === "right" ? { from: x + near, to: x + far, foot, head } : { from: x - far, to: x - near, foot, head };
}

function overlap(a: Box, b: Box): boolean {
  return a.from < b.to && b.from < a.to && a.foot < b.head && b.foot < a.head;
}

function poleCrosses(pole: Flag, box: Box): boolean {
  return pole.x > box.from && pole.x < box.to && pole.head > box.foot;
}

const label = fc.array(fc.constantFrom("rule", "frost", "harvest", "of", "pears", "stalks", "uncommonly"), {
  minLength: 1,
  maxLength: 9,
});

function poles(width: number, most: number): fc.Arbitrary<readonly { x: number; label: string; kind: string }[]> {
  return fc
    .array(fc.tuple(fc.integer({ min: 40, max: width - 110 }), label), { maxLength: most })
    .map((all) => all.map(([x, words]) => ({ x, label: words.join(" "), kind: "rule" })).sort((a, b) => a.x - b.x));
}

describe("placeFlags(poles, width)", () => {
  test.each([400, 960])("lets no label touch another, and keeps all on a sheet %d wide", (width) => {
    fc.assert(
      fc.property(poles(width, 7), (poles) => {
        const flags = placeFlags(poles, width);
        expect(flags).toHaveLength(poles.length);
        const boxes = flags.map(boxOf);
        expect(boxes.filter((a, i) => boxes.some((b, j) => i < j && overlap(a, b)))).toEqual([]);
        expect(boxes.filter(({ from, to }) => from < 0 || to > width)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("draws no pole through a label while there are few", () => {
    fc.assert(
      fc.property(poles(960, 4), (poles) => {
        const flags = placeFlags(poles, 960);
        expect(flags.filter((pole) => flags.some((flag) => flag !== pole && poleCrosses(pole, boxOf(flag))))).toEqual(
          [],
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("spreadLabels(wishes, {top, bottom})", () => {
  test("keeps labels apart and within the plot, and leaves those alone that have room", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 }), (wishes) => {
        const middles = spreadLabels(
          wishes.map((at) => ({ at, tall: 20 })),
          { top: -10, bottom: 410 },
        );
        const sorted = middles.toSorted((a, b) => a - b);
        expect(sorted.filter((middle, i) => i > 0 && middle - (sorted[i - 1] ?? 0) < 20 - 1e-9)).toEqual([]);
        expect(sorted.filter((middle) => middle < -1e-9 || middle > 400 + 1e-9)).toEqual([]);
      }),
    );
    expect(
      spreadLabels(
        [
          { at: 10, tall: 20 },
          { at: 200, tall: 20 },
        ],
        { top: 0, bottom: 400 },
      ),
    ).toEqual([10, 200]);
  });
});

describe("wrapText(text, width)", () => {
  test("loses no letter and keeps to the width", () => {
    fc.assert(
      fc.property(label, fc.integer({ min: 60, max: 300 }), (words, width) => {
        const lines = wrapText(words.join(" "), width);
        expect(lines.join(" ").replaceAll("- ", "").replaceAll(" ", "")).toBe(words.join(""));
        expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
      }),
    );
  });
});

describe("valueTicks(values)", () => {
  test("run from zero past the largest, in whole steps for whole values", () => {
    expect(valueTicks([127, 340])).toEqual([0, 100, 200, 300, 400]);
    expect(valueTicks([0, 0])).toEqual([0, 1]);
    expect(valueTicks([])).toEqual([0, 1]);
    expect(valueTicks([-0.1, 0.62])).toEqual([-0.2, 0, 0.2, 0.4, 0.6, 0.8]);
  });
});

describe("dateTicks(days, width)", () => {
  const texts = (dates: readonly string[], width: number) =>
    dateTicks(dates.map(dayNumber), width).map(({ text }) => text);

  test("name the years of yearly values, and the month where the year does not begin in January", () => {
    expect(texts(["2015-01-01", "2016-01-01", "2017-01-01"], 800)).toEqual(["2015", "2016", "2017"]);
    expect(texts(["2016-03-31", "2017-03-31"], 800)).toEqual(["Mar\n2016", "Mar\n2017"]);
  });

  test("grow rarer on a narrow sheet", () => {
    const months = ["2016-01-01", "2016-02-01", "2017-12-01"];
    expect(texts(months, 240)).toEqual(["Jan\n2016", "Jul", "Jan\n2017", "Jul"]);
    expect(texts(months, 120)).toEqual(["2016", "2017"]);
  });
});
