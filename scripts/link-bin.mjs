// Makes the two links that npm does not: node_modules/.bin/throughline, which it makes for every package but the one it
// installs for, and node_modules/.bin/node, as Node 26 is fetched only after npm has made its links. The second is what
// puts npm's scripts on Node 26. Plain JavaScript for Node 20 on: it may run before Node 26 is there.
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const links = path.join(root, "node_modules", ".bin");

mkdirSync(links, { recursive: true });
link("throughline", "../../bin/throughline");
link("node", "../node/bin/node");
chmodSync(path.join(root, "bin", "throughline"), 0o755);

function link(name, target) {
  rmSync(path.join(links, name), { force: true });
  symlinkSync(target, path.join(links, name));
}
