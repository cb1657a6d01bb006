// Exit 0 when node_modules holds just what package-lock.json asks for, by npm's own account of what it installed.
// Plain JavaScript for Node 20 on: it runs before Node 26 is sure to be there.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const wanted = packagesIn("package-lock.json");
const held = packagesIn("node_modules/.package-lock.json");
process.exitCode = Object.entries(wanted).every(isHeld) ? 0 : 1;

function isHeld([place, { version, integrity, optional, devOptional }]) {
  const there = held[place];
  if (place === "") return true;
  if (there === undefined) return optional === true || devOptional === true;
  return there.version === version && there.integrity === integrity;
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(path.join(root, lockFile), "utf8")).packages;
  } catch {
    return {};
  }
}
