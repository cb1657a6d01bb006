import type { Command } from "./command.ts";

export const check: Command = {
  name: "check",
  summary: "Reads the claims out of a text and checks their arithmetic and what the published figures say.",
  positionals: "FILE",
  options: {},
  run: async () => undefined,
};
