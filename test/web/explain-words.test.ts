import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAUSES, type Explanation } from "../../src/explain/index.ts";
import { sayCauses, sayChange, sayPart, sayShareOf } from "../../src/web/presenters/explain-words.ts";

function change(from: number | null, to: number | null): Pick<Explanation, "change"> {
  const known = from !== null && to !== null;
  return {
    change: {
      area: "kent",
      class: "stalking",
      from: { first: "2016-01-01", last: "2016-12-31", count: from },
      to: { first: "2017-01-01", last: "2017-12-31", count: to },
      difference: known ? to - from : null,
      ratio: known && from > 0 ? to / from : null,
      percent: null,
      interval: null,
      logChange: null,
    },
  };
}

describe("sayChange({change}, areaName)", () => {
  it("says numbers and periods first, and what it cannot tell", () => {
    expect(sayChange(change(127, 340), "Kent")).toBe(
      "Recorded stalking in Kent: 340 in 2017, 2.68 times the 127 of 2016",
    );
    expect(sayChange(change(9, 4), "Kent")).toBe("Recorded stalking in Kent: 4 in 2017, 5 fewer than the 9 of 2016");
    expect(sayChange(change(0, 4), "Kent")).toBe("Recorded stalking in Kent: 4 in 2017, 4 more than the 0 of 2016");
    expect(sayChange(change(null, 4), "Kent")).toBe(
      "Recorded stalking in Kent: 4 in 2017; cannot tell how many in 2016",
    );
    expect(sayChange(change(4, null), "Kent")).toBe("Cannot tell: recorded stalking in Kent in 2017");
  });

  it("holds both counts whatever they are, and never a percentage", () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (from, to) => {
        const said = sayChange(change(from, to), "Kent").replaceAll(",", "");
        expect(said).toContain(` ${to} in 2017`);
        expect(said).not.toContain("%");
        expect(said).toContain(from === to ? " as many as in 2016" : ` the ${from} of 2016`);
      }),
    );
  });
});

describe("sayPart(part), sayShareOf({share, bound}), sayCauses(causes)", () => {
  it("says parts to two digits, without a negative nought", () => {
    expect([0.4249, -0.051, -0.001].map(sayPart)).toEqual(["0.42", "−0.05", "0.00"]);
  });

  it("says a range with what it assumes, or that none can be told", () => {
    expect(sayShareOf({ share: { low: 0.1, high: 0.5 }, bound: null })).toBe("0.10 to 0.50 of the change");
    expect(sayShareOf({ share: { low: 0.1, high: 0.5 }, bound: "if so" })).toBe("0.10 to 0.50 of the change, if so");
    expect(sayShareOf({ share: null, bound: null })).toBe("how much cannot be told");
  });

  it("names every cause", () => {
    const said = sayCauses(CAUSES);
    expect(said.split(/, | and /)).toHaveLength(CAUSES.length);
    expect(sayCauses(["event"])).toBe("an event");
  });
});
