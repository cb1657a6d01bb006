/** How much of an effect is there in a month: 0 before it, 1 in full. */
export type Shape = (month: number) => number;

export function step(onset: number): Shape {
  return (month) => (month >= onset ? 1 : 0);
}

/** Rises evenly to full over some months. */
export function ramp(onset: number, length: number): Shape {
  return (month) => Math.min(1, Math.max(0, (month - onset + 1) / length));
}

/** Rises over some months, then sinks back towards what stays. */
export function settling(onset: number, length: number, stays: number): Shape {
  const rise = ramp(onset, length);
  const settleMonths = 8;
  return (month) => {
    const after = month - onset - length;
    return after <= 0 ? rise(month) : stays + (1 - stays) * Math.exp(-after / settleMonths);
  };
}

/** Full at its first month, then dying away; the first month counts from the day on which it began. */
export function spike(onset: number, decayMonths: number, firstPart: number): Shape {
  return (month) => {
    if (month < onset) return 0;
    if (month === onset) return firstPart * meanOfDecay(decayMonths, firstPart);
    return meanOfDecay(decayMonths, 1) * Math.exp(-(month - onset - 1 + firstPart) / decayMonths);
  };
}

function meanOfDecay(decayMonths: number, length: number): number {
  return (decayMonths / length) * (1 - Math.exp(-length / decayMonths));
}
