import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/figures/index.ts";
import { figureRows } from "../../src/web/presenters/figure-rows.ts";
import { csvCell, figuresCsv } from "../../src/web/presenters/figures-csv.ts";
import { presentFlags } from "../../src/web/presenters/flags.ts";
import { markText } from "../../src/web/presenters/marked-text.ts";
import { lowerFirst, sayFinding, sayNumber, sayRatio, saySigned } from "../../src/web/presenters/say.ts";

function figure(given: Partial<Figure> & { from?: string; to?: string }): Figure {
  const { from = "2017-01-01", to = "2017-12-31", ...rest } = given;
  return {
    id: `kent~8Q~recorded~~${from}~${to}~00000000`,
    area: "kent",
    areaName: "Kent",
    classes: ["8Q"],
    className: "Stalking",
    measure: "recorded",
    part: "",
    period: { from, to, label: from },
    value: 100,
    basis: "published",
    source: "A source",
    release: "r1",
    released: null,
    licence: "OGL-UK-3.0",
    flags: [],
    interval: null,
    rate: null,
    yearOnYear: null,
    rests: [],
    ...rest,
  };
}

describe("sayFinding(figures, change)", () => {
  const before = figure({ from: "2016-01-01", to: "2016-12-31", value: 6335 });
  const after = figure({ value: 11761 });

  it("says the number, then the ratio with its base", () => {
    expect(sayFinding([before, after], { base: 6335, difference: 5426, ratio: 1.8565 })).toBe(
      "Recorded stalking in Kent: 11,761 in 2017, 1.86 times the 6,335 of 2016",
    );
  });

  it("says a difference where a ratio would say little or stand on little", () => {
    const small = [figure({ value: 3 }), figure({ value: 9 })];
    expect(sayFinding(small, { base: 3, difference: 6, ratio: 3 })).toContain("9 in 2017, 6 more than the 3 of 2017");
    expect(sayFinding([before, after], { base: 100, difference: -4, ratio: 0.96 })).toContain(
      "4 fewer than the 100 of 2016",
    );
    expect(sayFinding([before, after], { base: 100, difference: 0, ratio: 1 })).toContain("as many as in 2016");
  });

  it("says that it cannot tell", () => {
    expect(sayFinding([figure({ value: null })], null)).toBe("Cannot tell: recorded stalking in Kent in 2017");
    expect(sayFinding([figure({ value: null }), after], null)).toContain("; cannot tell how many in 2017");
    expect(sayFinding([], null)).toMatch(/^Cannot tell/);
  });
});

describe("figureRows(figures)", () => {
  const yearOnYear = { figure: "", base: 80, difference: 20, ratio: 1.25, percent: 25, interval: null };

  it("says difference and ratio on the year before", () => {
    const rows = figureRows([
      figure({ yearOnYear }),
      figure({ yearOnYear: { ...yearOnYear, difference: -8, ratio: 0.9 } }),
    ]);
    expect(rows.map((row) => row.yearBefore)).toEqual(["+20 (1.25 times)", "−8 (0.90 times)"]);
  });

  it("gives no ratio on a base under 50", () => {
    const [row] = figureRows([figure({ yearOnYear: { ...yearOnYear, base: 49 } })]);
    expect(row?.yearBefore).toBe("+20");
  });

  it("says in words what is not held", () => {
    expect(figureRows([figure({ value: null, basis: "none" })])[0]).toMatchObject({
      value: "cannot tell",
      how: "nothing held",
    });
  });
});

describe("figuresCsv(answer)", () => {
  it("has an empty cell where a number cannot be told", () => {
    const [, line] = figuresCsv({ figures: [figure({ value: null })] }).split("\r\n");
    expect(line).toMatch(/^kent,8Q,recorded,2017-01-01,2017-12-31,,published,/);
  });

  it("lets no text begin a formula, and quotes what must be", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvCell(text);
        const bare = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(bare).not.toMatch(/^[=+\-@\t\r]/);
        expect(bare.endsWith(text)).toBe(true);
      }),
    );
    expect(csvCell(-5)).toBe("-5");
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
  });
});

describe("markText(text, claims)", () => {
  const claims = fc.string({ minLength: 1, maxLength: 40 }).chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.array(
        fc
          .tuple(fc.nat(text.length), fc.nat(text.length))
          .filter(([a, b]) => a !== b)
          .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
        { maxLength: 6 },
      ),
    ),
  );

  it("gives the text back, and each claim begins and ends once, at its place", () => {
    fc.assert(
      fc.property(claims, ([text, spans]) => {
        const segments = markText(text, spans);
        expect(segments.map((each) => each.text).join("")).toBe(text);
        for (const [i, { start, end }] of spans.entries()) {
          const covered = segments.filter((each) => each.claims.includes(i + 1)).map((each) => each.text);
          expect(covered.join("")).toBe(text.slice(start, end));
        }
        const begun = segments.flatMap((each) => each.begins).toSorted((a, b) => a - b);
        expect(begun).toEqual(spans.map((_, i) => i + 1));
        expect(segments.flatMap((each) => each.ends).toSorted((a, b) => a - b)).toEqual(begun);
      }),
    );
  });
});

describe("presentFlags(flags)", () => {
  it("puts days in order and marks what is not confirmed", () => {
    const flags = presentFlags([
      { code: "law-change", date: "2017-04-03", text: "Later", confidence: "M" },
      { code: "derived", text: "Worked out" },
      { code: "rule-change", date: "2017-04-01", text: "Earlier", confidence: "V" },
    ]);
    expect(flags.map(({ text, unconfirmed }) => [text, unconfirmed])).toEqual([
      ["Worked out", false],
      ["Earlier", false],
      ["Later", true],
    ]);
  });
});

describe("numbers in words", () => {
  it("group thousands and use the minus sign", () => {
    expect([sayNumber(11761), sayNumber(-2.5), saySigned(5426), saySigned(-3), saySigned(0)]).toEqual([
      "11,761",
      "−2.5",
      "+5,426",
      "−3",
      "0",
    ]);
    expect([sayRatio(1.8565), sayRatio(0.0123), sayRatio(0)]).toEqual(["1.86", "0.012", "0.0"]);
  });

  it("lower a title within a sentence, but not an abbreviation", () => {
    expect([lowerFirst("Stalking"), lowerFirst("CSEW"), lowerFirst("A")]).toEqual(["stalking", "CSEW", "A"]);
  });
});
