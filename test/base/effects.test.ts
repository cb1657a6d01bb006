import { describe, expect, it, vi } from "vitest";
import { quietEffects, realEffects } from "../../src/base/index.ts";

describe("quietEffects(now)", () => {
  it("has a clock that stands still, ids that count from one, and says nothing", () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const effects = quietEffects("2018-03-01T09:00:00Z");
    effects.progress("unheard");
    expect([effects.now(), effects.now()].map(String)).toEqual(["2018-03-01T09:00:00Z", "2018-03-01T09:00:00Z"]);
    expect([effects.newId(), effects.newId(), quietEffects().newId()]).toEqual(["id-1", "id-2", "id-1"]);
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
  });
});

describe("realEffects()", () => {
  it("tells the time, gives an id once, and says progress on standard error as one line", () => {
    const said: string[] = [];
    const write = vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
    const effects = realEffects();
    effects.progress("half way");
    write.mockRestore();
    expect(said).toEqual(["half way\n"]);
    expect(new Set(Array.from({ length: 100 }, () => effects.newId())).size).toBe(100);
    expect(Math.abs(effects.now().epochMilliseconds - Temporal.Now.instant().epochMilliseconds)).toBeLessThan(5000);
  });
});
