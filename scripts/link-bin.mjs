// Makes node_modules/.bin/throughline, which npm makes for every package but the one it installs for.
// Plain JavaScript for Node 20 on: it runs before Node 26 is sure to be there.
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const link = path.join(root, "node_modules", ".bin", "throughline");

mkdirSync(path.dirname(link), { recursive: true });
rmSync(link, { force: true });
symlinkSync("../../bin/throughline", link);
chmodSync(path.join(root, "bin", "throughline"), 0o755);
