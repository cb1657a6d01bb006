import { describe, expect, it } from "vitest";
import { benchFigure } from "../../bench/lib/bench.ts";
import { median, peakMemoryOf, timed } from "../../bench/lib/measure.ts";

describe("median(numbers)", () => {
  it("is the middle one, or the mean of the middle two, in any order", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 10, 1, 2])).toBe(3);
  });

  it("refuses no numbers", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("timed(run)", () => {
  it("gives what was returned and the seconds it took", async () => {
    const { value, seconds } = await timed(() => new Promise((done) => setTimeout(() => done("ready"), 30)));
    expect(value).toBe("ready");
    expect(seconds).toBeGreaterThan(0.02);
  });
});

describe("peakMemoryOf(args)", () => {
  it("sees memory that was held once and given back, and leaves the program's output alone", async () => {
    const held = "let a = Buffer.alloc(150e6, 1); a = undefined; console.log('done'); process.exitCode = 3";
    const { peakBytes, stdout, stderr, exitCode } = await peakMemoryOf(["-e", held]);
    expect(peakBytes).toBeGreaterThan(150e6);
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: "done\n", stderr: "", exitCode: 3 });
  });

  it("says so when the program was killed before it could report", async () => {
    await expect(peakMemoryOf(["-e", "process.kill(process.pid, 'SIGKILL')"])).rejects.toThrow("was killed");
  });
});

describe("benchFigure(name, value, unit, bar)", () => {
  it("says whether a bar is met, the limit itself included", () => {
    expect(benchFigure("time", 2.5, "s", { atMost: 2.5 }).met).toBe(true);
    expect(benchFigure("time", 2.6, "s", { atMost: 2.5 }).met).toBe(false);
    expect(benchFigure("rate", 9, "rows/s", { atLeast: 10 }).met).toBe(false);
    expect(benchFigure("rate", 9, "rows/s")).not.toHaveProperty("met");
  });
});
