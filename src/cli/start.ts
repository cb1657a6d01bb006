import { Builds } from "../engine/index.ts";
import { loadLaw } from "../law/index.ts";
import { type Command, STORE } from "./command.ts";
import { makeDemo } from "./demo.ts";
import { buildStore } from "../pipeline.ts";
import { portOf, serveStore } from "./serve.ts";

export const start: Command = {
  name: "start",
  summary: "Makes the demonstration store when there is none, and serves the workbench.",
  options: { store: STORE, port: { type: "text", value: "N", meaning: "the port; PORT or 3000 by default" } },
  run: async ({ options, effects }) => {
    const store = options["store"] ?? "./store";
    if ((await new Builds(store).current()) === undefined) {
      effects.progress("Making the demonstration store from published figures …");
      const { build, rows } = await makeDemo(store, loadLaw(), effects);
      effects.progress(`${rows} published figures are ready (build ${build}).`);
    } else {
      // A build made by an earlier version, or under earlier rules, is made anew; the same one is found again.
      await buildStore({ store, law: loadLaw() }, effects);
    }
    await serveStore(store, portOf(options["port"]), effects);
    return undefined;
  },
};
