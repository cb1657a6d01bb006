import { describe, expect, it } from "vitest";
import { lendLatest } from "../../src/web/services/lend.ts";

describe("lendLatest({ latest, open, shut })", () => {
  function makeLender() {
    const seen = { newest: "a", opened: [] as string[], shut: [] as string[] };
    const lender = lendLatest({
      latest: async () => seen.newest,
      open: async () => {
        if (seen.newest === "broken") throw new Error("cannot open");
        seen.opened.push(seen.newest);
        return seen.newest;
      },
      shut: (thing) => void seen.shut.push(thing),
    });
    return { seen, ...lender };
  }

  it("opens one once for many readers", async () => {
    const { seen, lend } = makeLender();
    expect(await Promise.all([lend(async (it) => it), lend(async (it) => it)])).toEqual(["a", "a"]);
    expect(seen).toMatchObject({ opened: ["a"], shut: [] });
  });

  it("keeps a replaced one open until its last reader is done", async () => {
    const { seen, lend } = makeLender();
    await lend(async (first) => {
      seen.newest = "b";
      expect(await lend(async (second) => second)).toBe("b");
      expect(first).toBe("a");
      expect(seen.shut).toEqual([]);
    });
    expect(seen).toMatchObject({ opened: ["a", "b"], shut: ["a"] });
  });

  it("tries again after one that could not be opened", async () => {
    const { seen, lend } = makeLender();
    seen.newest = "broken";
    await expect(lend(async (it) => it)).rejects.toThrow("cannot open");
    seen.newest = "c";
    expect(await lend(async (it) => it)).toBe("c");
  });

  it("gives a reader's own failure to that reader alone", async () => {
    const { seen, lend, close } = makeLender();
    await expect(lend(() => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
    expect(await lend(async (it) => it)).toBe("a");
    await close();
    expect(seen.shut).toEqual(["a"]);
  });
});
