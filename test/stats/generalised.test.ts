import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { believe, generalisedScores } from "../../src/stats/index.ts";

/** Solves A x = b by elimination with pivots. */
function solved(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = a.map((row, i) => [...row, b[i]!]);
  for (let k = 0; k < rows.length; k++) {
    const pivot = rows.slice(k).reduce((best, row) => (Math.abs(row[k]!) > Math.abs(best[k]!) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(k, 0, pivot);
    for (const [i, row] of rows.entries()) {
      if (i === k) continue;
      const part = row[k]! / pivot[k]!;
      for (let j = k; j <= rows.length; j++) row[j]! -= part * pivot[j]!;
    }
  }
  return rows.map((row, k) => row[rows.length]! / row[k]!);
}

const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, i) => sum + each * b[i]!, 0);

/** aᵀ Σ⁻¹ b with the nuisance columns N projected away: aᵀ(Σ⁻¹ − Σ⁻¹N(NᵀΣ⁻¹N)⁻¹NᵀΣ⁻¹)b. */
function slow(
  sigma: readonly (readonly number[])[],
  nuisance: readonly (readonly number[])[],
  a: readonly number[],
  b: readonly number[],
): number {
  const over = (x: readonly number[]) => solved(sigma, x);
  const middle = nuisance.map((row) => nuisance.map((column) => product(row, over(column))));
  const [left, right] = [
    nuisance.map((each) => product(each, over(a))),
    nuisance.map((each) => product(each, over(b))),
  ];
  return product(a, over(b)) - product(left, solved(middle, right));
}

const numbers = (n: number) => fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n, maxLength: n });

describe("generalisedScores(values, columns, { scatter, nuisance })", () => {
  test("is the textbook formula with whole matrices", () => {
    fc.assert(
      fc.property(numbers(9), numbers(9), numbers(9), fc.double({ min: 0, max: 2, noNaN: true }), (y, x, z, shared) => {
        const at = y.map((_, i) => i);
        const own = y.map((_, i) => 0.5 + (i % 3));
        const sigma = at.map((i) =>
          at.map((j) => shared * 0.8 ** Math.abs(i - j) + 0.01 * (i - 4) * (j - 4) + (i === j ? own[i]! : 0)),
        );
        const one = y.map(() => 1);
        const scores = generalisedScores(y, [x, z], {
          scatter: { own, shared, fading: 0.8, at, sloping: 0.01 },
          nuisance: [one, at],
        });
        expect(scores.scores[0]).toBeCloseTo(slow(sigma, [one, at], x, y), 7);
        expect(scores.information[1]).toBeCloseTo(slow(sigma, [one, at], x, z), 7);
        expect(scores.left).toBeCloseTo(slow(sigma, [one, at], y, y), 7);
      }),
      { seed: 7 },
    );
  });

  test("a nuisance column that others make up is no harm", () => {
    const columns = [
      [1, 1, 1, 1],
      [2, 2, 2, 2],
      [0, 1, 2, 3],
    ];
    const scatter = { own: [1, 1, 1, 1], shared: 0, fading: 0, at: [0, 1, 2, 3], sloping: 0 };
    const twice = generalisedScores([1, 2, 4, 8], [[0, 0, 1, 1]], { scatter, nuisance: columns });
    const once = generalisedScores([1, 2, 4, 8], [[0, 0, 1, 1]], { scatter, nuisance: [columns[0]!, columns[2]!] });
    expect(twice.scores[0]).toBeCloseTo(once.scores[0]!, 12);
    expect(twice.points).toBe(2);
  });
});

describe("believe(before, quadratic, measurements)", () => {
  test("compares one unknown with none as numerical integration does", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (score, information, value) => {
          const seen = { value, variance: 0.5, weights: [0.7] };
          const belief = believe([0.36], { scores: [score], information: [information] }, [seen]);
          let [sum, mean] = [0, 0];
          const step = 1e-3;
          for (let x = -12; x <= 12; x += step) {
            const log = score * x - (information * x * x) / 2 - (x * x) / 0.72 - (value - 0.7 * x) ** 2;
            const density = Math.exp(log) * step;
            sum += density;
            mean += x * density;
          }
          const whole = sum / Math.sqrt(2 * Math.PI * 0.36) / Math.sqrt(0.5);
          expect(belief.logEvidence).toBeCloseTo(Math.log(whole), 5);
          expect(belief.mean[0]).toBeCloseTo(mean / sum, 5);
        },
      ),
      { seed: 7, numRuns: 30 },
    );
  });

  test("with no unknowns it is the probability of the measurements alone", () => {
    const { logEvidence } = believe([], { scores: [], information: [] }, [{ value: 2, variance: 4, weights: [] }]);
    expect(logEvidence).toBeCloseTo(-Math.log(2) - 0.5, 12);
  });
});
