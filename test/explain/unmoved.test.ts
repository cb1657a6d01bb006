import { describe, expect, it } from "vitest";
import { commonTrack, type Track } from "../../src/explain/tracks.ts";
import { unmoved } from "../../src/explain/unmoved.ts";

const STEPS = 36;
const FROM = { first: 0, end: 12 };
const TO = { first: 24, end: 36 };
const NOISE = { own: 0.01 ** 2, shared: 0.01 ** 2, fading: 0.8, sloping: 1e-8 };

/** An even series of 200 a step that takes a log step half-way, and differs from others by a ripple of its own. */
function trackWith(step: number, phase: number): Track {
  const logs = Float64Array.from(
    { length: STEPS },
    (_, i) => Math.log(200) + 0.02 * Math.sin(i + phase) + (i >= 18 ? step : 0),
  );
  return { logs, counts: logs.map((log) => Math.exp(log)), mean: 200 };
}

function keptOf(tracks: readonly Track[]): readonly Track[] {
  const common = commonTrack(tracks, STEPS).logs;
  return unmoved(tracks, { noise: NOISE, common, from: FROM, to: TO });
}

describe("unmoved(tracks, moving)", () => {
  it("leaves out the few areas that moved by themselves, whichever way", () => {
    const still = Array.from({ length: 9 }, (_, i) => trackWith(0, i));
    const moved = [trackWith(0.4, 1), trackWith(0.4, 2), trackWith(-0.4, 3)];
    expect(keptOf([...moved, ...still])).toEqual(still);
  });

  it("keeps all areas where all moved alike", () => {
    const tracks = Array.from({ length: 12 }, (_, i) => trackWith(0.4, i));
    expect(keptOf(tracks)).toEqual(tracks);
  });

  it("keeps all areas where no half of them went together", () => {
    const tracks = Array.from({ length: 12 }, (_, i) => trackWith(i * 0.3, i));
    expect(keptOf(tracks)).toEqual(tracks);
  });
});
