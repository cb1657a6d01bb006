import { afterEach, describe, expect, it, vi } from "vitest";
import { needs } from "./needs.ts";

describe("needs(what)", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it("says on standard error what is skipped, and why, when it is not on the machine", () => {
    hideEverything();
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(needs("java")).toMatchObject({ available: false, path: "" });
    expect(said).toHaveBeenCalledExactlyOnceWith(
      "Skipping the tests that need java: no Java that runs is on the PATH or in JAVA_HOME.\n",
    );
  });

  it("refuses to skip what THROUGHLINE_REQUIRE names", () => {
    hideEverything();
    vi.stubEnv("THROUGHLINE_REQUIRE", "shared, java");
    expect(() => needs("java")).toThrow("THROUGHLINE_REQUIRE names java, but no Java that runs");
  });

  it("finds a browser where CHROMIUM_PATH says", () => {
    vi.stubEnv("CHROMIUM_PATH", process.execPath);
    expect(needs("chromium")).toEqual({ available: true, path: process.execPath, why: "" });
  });
});

function hideEverything(): void {
  for (const name of ["PATH", "CHROMIUM_PATH", "JAVA_HOME", "THROUGHLINE_REQUIRE"]) vi.stubEnv(name, "");
}
