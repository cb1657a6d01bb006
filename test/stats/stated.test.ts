import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkStated, type Stated } from "../../src/stats/index.ts";

/** Rounds the fraction top/bottom half away from 0 to a number of decimals, in whole numbers alone. */
function slowRound(top: bigint, bottom: bigint, decimals: number, half: boolean): number {
  const sign = top < 0n !== bottom < 0n ? -1n : 1n;
  const [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const scaled = half ? (2n * a * 10n ** BigInt(decimals) + b) / (2n * b) : (a * 10n ** BigInt(decimals)) / b;
  const text = scaled.toString().padStart(decimals + 1, "0");
  const [whole, part] = [text.slice(0, text.length - decimals), text.slice(text.length - decimals)];
  const size = Number(decimals === 0 ? whole : `${whole}.${part}`);
  return sign < 0n && size !== 0 ? -size : size;
}

function fractionOf({ kind, a, b }: Stated): readonly [bigint, bigint] {
  const [x, y] = [BigInt(a), BigInt(b)];
  if (kind === "difference") return [y - x, 1n];
  if (kind === "percent") return [100n * (y - x), x];
  return kind === "ratio" ? [y, x] : [100n * x, y];
}

describe("checkStated(stated)", () => {
  const count = fc.integer({ min: 1, max: 100_000 });
  const kind = fc.constantFrom("difference" as const, "percent" as const, "ratio" as const, "share" as const);

  test("rounds and cuts as whole numbers do, to the decimals that were stated", () => {
    fc.assert(
      fc.property(kind, count, count, fc.integer({ min: 0, max: 3 }), (kind, a, b, decimals) => {
        const stated = decimals === 0 ? 7 : Number(`7.${"0".repeat(decimals - 1)}3`);
        const asked = { kind, a, b, stated };
        const [top, bottom] = fractionOf(asked);
        const got = checkStated(asked)!;
        expect(got.nearest, `${kind} ${a} ${b}`).toBe(slowRound(top, bottom, decimals, true));
        expect(got.cut, `${kind} ${a} ${b}`).toBe(slowRound(top, bottom, decimals, false));
      }),
      { numRuns: 1000 },
    );
  });

  test("calls what it would have stated itself exact, and neighbours over- or understated", () => {
    fc.assert(
      fc.property(kind, count, count, (kind, a, b) => {
        const { nearest, cut } = checkStated({ kind, a, b, stated: 0 })!;
        expect(checkStated({ kind, a, b, stated: nearest })!.verdict).toBe("exact");
        const more = nearest + (nearest < 0 ? -1 : 1);
        const isTelling = more !== cut && nearest !== 0;
        const verdict = isTelling ? checkStated({ kind, a, b, stated: more })!.verdict : "overstated";
        expect(verdict).toBe("overstated");
      }),
    );
  });

  test("finds the article's 167 % cut, not rounded", () => {
    expect(checkStated({ kind: "percent", a: 127, b: 340, stated: 167 })!.verdict).toBe("truncated");
    expect(checkStated({ kind: "percent", a: 127, b: 340, stated: 168 })!.verdict).toBe("exact");
    expect(checkStated({ kind: "percent", a: 127, b: 340, stated: 167.7 })!.verdict).toBe("exact");
    expect(checkStated({ kind: "percent", a: 200, b: 160, stated: -30 })!.verdict).toBe("overstated");
    expect(checkStated({ kind: "percent", a: 200, b: 160, stated: -10 })!.verdict).toBe("understated");
  });

  test("has nothing to say of a percentage of 0", () => {
    expect(checkStated({ kind: "percent", a: 0, b: 5, stated: 100 })).toBeNull();
    expect(checkStated({ kind: "share", a: 0, b: 0, stated: 100 })).toBeNull();
  });
});
