import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

/** Something a test needs from the machine, and where it is. */
export interface Need {
  readonly available: boolean;
  /** Where it is; empty when it is not available. */
  readonly path: string;
  /** Why it is not available, as a sentence; empty when it is. */
  readonly why: string;
}

/**
 * Looks for what a test needs, to be used as `describe.skipIf(!needs("chromium").available)`. Says on standard error
 * what is skipped; throws instead when THROUGHLINE_REQUIRE names it (`chromium,java,shared`), as it does in CI.
 */
export function needs(what: "chromium" | "java" | "shared"): Need {
  const { find, why } = FINDERS[what];
  const found = find();
  if (found !== undefined) return { available: true, path: found, why: "" };
  if (required().includes(what)) throw new Error(`THROUGHLINE_REQUIRE names ${what}, but ${why}`);
  process.stderr.write(`Skipping the tests that need ${what}: ${why}\n`);
  return { available: false, path: "", why };
}

const FINDERS = {
  chromium: { find: findChromium, why: "no Chromium or Chrome is on the PATH or in CHROMIUM_PATH." },
  java: { find: findJava, why: "no Java that runs is on the PATH or in JAVA_HOME." },
  shared: { find: findShared, why: "there is no folder ../shared beside the checkout." },
} as const;

function required(): string[] {
  return (process.env["THROUGHLINE_REQUIRE"] ?? "").split(",").map((name) => name.trim());
}

function findChromium(): string | undefined {
  const given = process.env["CHROMIUM_PATH"];
  if (given !== undefined && isExecutable(given)) return given;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  return names.flatMap(placesOnPath).concat(MAC_CHROMES).find(isExecutable);
}

const MAC_CHROMES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Mac has a `java` that only says where to get one, so it is asked for its version. */
function findJava(): string | undefined {
  const home = process.env["JAVA_HOME"];
  const places = [...(home === undefined ? [] : [path.join(home, "bin", "java")]), ...placesOnPath("java")];
  return places.find((file) => isExecutable(file) && spawnSync(file, ["-version"]).status === 0);
}

function findShared(): string | undefined {
  const folder = path.resolve(import.meta.dirname, "../../../shared");
  return existsSync(folder) ? folder : undefined;
}

function placesOnPath(name: string): string[] {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => path.join(folder, name));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
