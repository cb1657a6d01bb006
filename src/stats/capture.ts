import type { Limits, RatioLimits } from "./intervals.ts";
import { normalReach } from "./normal.ts";

/** The share of events that gets counted, as an audit found it: rate ± halfWidth at 95 %, in (0, 1]. */
export interface CaptureRate {
  readonly rate: number;
  readonly halfWidth: number;
}

/** A count before and after, and the share of events that was counted at either time. */
export interface CaptureChange {
  readonly before: number;
  readonly after: number;
  readonly captureBefore: CaptureRate;
  readonly captureAfter: CaptureRate;
}

/** What a change in the share counted can explain of a change in the count. */
export interface CaptureBound {
  /** By how much the count would have grown had nothing changed but the share counted. */
  readonly factor: number;
  readonly factorLimits: Limits;
  /** The later count that this factor alone would give. */
  readonly expected: number;
  /** The factor's part of the log change; null when the count did not change or is 0 at either end. */
  readonly shareOfLogChange: number | null;
  readonly shareLimits: Limits | null;
  /** The ratio of counts with the factor taken out. */
  readonly residual: RatioLimits;
}

/** Counted = happened × share counted; so the factor is the ratio of shares, and what it leaves is the rest. */
export function captureBound(change: CaptureChange, level = 0.95): CaptureBound {
  const { before, after, captureBefore, captureAfter } = change;
  checkChange(change);
  const factor = captureAfter.rate / captureBefore.rate;
  const variance = relativeVariance(captureBefore) + relativeVariance(captureAfter);
  const reach = normalReach(level) * Math.sqrt(variance);
  const factorLimits = { low: factor * Math.exp(-reach), high: factor * Math.exp(reach) };
  const logChange = Math.log(after / before);
  const share = (of: number) => Math.log(of) / logChange;
  const hasShare = Number.isFinite(logChange) && logChange !== 0;
  const shares = [share(factorLimits.low), share(factorLimits.high)].toSorted((a, b) => a - b);
  return {
    factor,
    factorLimits,
    expected: before * factor,
    shareOfLogChange: hasShare ? share(factor) : null,
    shareLimits: hasShare ? { low: shares[0] ?? 0, high: shares[1] ?? 0 } : null,
    residual: residualOf(change, variance, level),
  };
}

/** An audit's margin is 1.96 standard errors, whatever level is asked of us. */
function relativeVariance({ rate, halfWidth }: CaptureRate): number {
  return (halfWidth / normalReach(0.95) / rate) ** 2;
}

function residualOf({ before, after, captureBefore, captureAfter }: CaptureChange, variance: number, level: number) {
  if (before === 0) return { ratio: null, low: 0, high: null };
  const ratio = (after / before / captureAfter.rate) * captureBefore.rate;
  if (after === 0) return { ratio, low: 0, high: null };
  const reach = Math.exp(normalReach(level) * Math.sqrt(1 / before + 1 / after + variance));
  return { ratio, low: ratio / reach, high: ratio * reach };
}

function checkChange({ before, after, captureBefore, captureAfter }: CaptureChange): void {
  for (const count of [before, after])
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`a count must be zero or more: ${count}`);
  for (const { rate, halfWidth } of [captureBefore, captureAfter])
    if (!(rate > 0 && rate <= 1 && halfWidth >= 0))
      throw new RangeError(`a share counted lies in (0, 1], its margin at 0 or more: ${rate} ± ${halfWidth}`);
}
