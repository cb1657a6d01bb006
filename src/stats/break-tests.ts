import { chiSquaredTails } from "./normal.ts";
import { COEFFICIENTS, type SegmentModel, type StretchTable } from "./segment-rss.ts";
import type { Tested } from "./serial.ts";

/** Tests of no break at all. */
export interface BreakTests {
  /** The largest of the F statistics for one break, at `at` (last point before it, from 1); Andrews 1993. */
  readonly largestF: Tested & { readonly at: number };
  /** The largest of the cumulated residuals (Ploberger and Krämer 1992). */
  readonly cusum: Tested;
}

/** Both tests; p is null where the residuals are all zero. */
export function breakTests(
  values: ArrayLike<number>,
  table: StretchTable,
  { model, h }: { readonly model: SegmentModel; readonly h: number },
): BreakTests {
  return { largestF: largestF(table, { model, h }), cusum: residualCusum(values, table, model) };
}

function largestF({ n, rss }: StretchTable, { model, h }: { readonly model: SegmentModel; readonly h: number }) {
  const k = COEFFICIENTS[model];
  const from = Math.max(h, k + 1);
  const to = Math.min(n - from, n - k - 1);
  let least = Infinity;
  let at = from;
  for (let i = from; i <= to; i++) {
    const sum = rss[i - 1]! + rss[i * n + n - 1]!;
    if (sum < least) [least, at] = [sum, i];
  }
  const whole = rss[n - 1]!;
  const statistic = whole > 0 ? ((whole - least) / least) * (n - 2 * k) : 0;
  const lambda = ((n - from) * to) / (from * (n - to));
  return { statistic, p: largestFTail(statistic, k, lambda), at };
}

function residualCusum(values: ArrayLike<number>, { n, rss }: StretchTable, model: SegmentModel): Tested {
  const middle = (n + 1) / 2;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i]! / n;
  let slope = 0;
  const spread = (n * (n * n - 1)) / 12;
  if (model === "trend") for (let i = 0; i < n; i++) slope += ((i + 1 - middle) * (values[i]! - mean)) / spread;
  const whole = rss[n - 1]!;
  const scale = Math.sqrt((whole / (n - COEFFICIENTS[model])) * n);
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i]! - mean - slope * (i + 1 - middle);
    largest = Math.max(largest, Math.abs(sum));
  }
  const statistic = whole > 0 ? largest / scale : 0;
  return { statistic, p: bridgeTail(statistic) };
}

/** P(largest |Brownian bridge| > x), Kolmogorov's series; near 0, where it is slow, all but certain. */
function bridgeTail(x: number): number {
  if (x < 0.1) return 1;
  let sum = 0;
  for (let i = 1; i <= 100; i++) sum += (i % 2 === 1 ? 2 : -2) * Math.exp(-2 * i * i * x * x);
  return Math.min(1, sum);
}

/**
 * Hansen's (1997, “Approximate asymptotic p values for structural-change tests”) surfaces for the largest F with 1 and
 * 2 coefficients: p is the tail of chi-squared with the third number's freedom above first + second × F. Rows are for
 * the part cut off at each end: 0.49, 0.47 … 0.01.
 */
const SURFACES: readonly (readonly (readonly [number, number, number])[])[] = [
  [
    [-0.0648467, 0.99671156, 1.2573241],
    [-0.15305667, 0.96757645, 1.43651315],
    [-0.23071675, 0.95825013, 1.56531261],
    [-0.29247661, 0.95715782, 1.68851898],
    [-0.35706588, 0.95237505, 1.77889686],
    [-0.40514715, 0.96055795, 1.89761322],
    [-0.45248386, 0.95810999, 1.98370422],
    [-0.50458517, 0.96149538, 2.07086519],
    [-0.55009159, 0.96684273, 2.17244338],
    [-0.60241623, 0.96518399, 2.23509053],
    [-0.64308746, 0.97354902, 2.33722161],
    [-0.68833676, 0.97829106, 2.42776524],
    [-0.73136161, 0.9820687, 2.50833918],
    [-0.78078198, 0.99475319, 2.6209551],
    [-0.82894221, 1.00023473, 2.70286643],
    [-0.88430133, 1.00162529, 2.77835798],
    [-0.9499265, 1.00384268, 2.84325795],
    [-0.98828874, 1.01604712, 2.96752918],
    [-1.04892713, 1.02570939, 3.08442682],
    [-1.11527783, 1.03526033, 3.19770394],
    [-1.14992644, 1.06643436, 3.44739573],
    [-1.24010871, 1.06929468, 3.54993605],
    [-1.38522113, 1.06808543, 3.61667211],
    [-1.48296473, 1.1283969, 4.07202473],
    [-1.78738608, 1.17220925, 4.4726701],
  ],
  [
    [-0.03933112, 0.99525784, 2.44239332],
    [-0.14650989, 0.9938654, 2.78837829],
    [-0.28765583, 0.98139359, 2.93724618],
    [-0.35528752, 0.9942739, 3.18187129],
    [-0.49538961, 0.96923268, 3.19484388],
    [-0.58780544, 0.97339124, 3.32763253],
    [-0.66900489, 0.97444133, 3.44170617],
    [-0.77825803, 0.96678414, 3.48652761],
    [-0.87260977, 0.97626434, 3.61709836],
    [-0.96782445, 0.97636983, 3.6779502],
    [-1.07358977, 0.97407744, 3.71945379],
    [-1.12531079, 0.99897105, 3.95114475],
    [-1.16041007, 1.01629918, 4.14932643],
    [-1.2975797, 1.015268, 4.17103882],
    [-1.36743697, 1.03004743, 4.3223804],
    [-1.43012785, 1.05139461, 4.53836755],
    [-1.53311747, 1.05280599, 4.61175851],
    [-1.65273586, 1.05932633, 4.69340428],
    [-1.79350728, 1.04936541, 4.68380985],
    [-1.9117747, 1.0588459, 4.8073354],
    [-2.02659329, 1.07200268, 4.97772701],
    [-2.18499383, 1.08674781, 5.14231666],
    [-2.3765858, 1.11342895, 5.40268693],
    [-2.51267262, 1.15305027, 5.88573096],
    [-3.05559851, 1.17629253, 6.11067794],
  ],
];

/** P(largest F > x) by Hansen's surfaces, between their rows by a straight line. */
function largestFTail(x: number, k: number, lambda: number): number {
  const cut = lambda < 1 ? lambda : 1 / (1 + Math.sqrt(lambda));
  const chow = chiSquaredTails(x, k).upper;
  if (cut >= 0.5) return chow;
  const at = (row: number): number => {
    const [base, factor, freedom] = SURFACES[k - 1]![row - 1]!;
    return chiSquaredTails(Math.max(0, base + factor * x), freedom).upper;
  };
  const place = (0.51 - cut) * 50;
  if (place >= 25) return at(25);
  if (place <= 1) return (1 - place) * 2 * chow + (2 * place - 1) * at(1);
  const row = Math.floor(place);
  return (row + 1 - place) * at(row) + (place - row) * at(row + 1);
}
