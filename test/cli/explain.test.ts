import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects, UserError } from "../../src/base/index.ts";
import { explain as command } from "../../src/cli/explain.ts";
import { CAUSES, type Explanation } from "../../src/explain/index.ts";
import { runCli } from "./run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "explain-"));
  const months = Array.from({ length: 48 }, (_, i) => {
    const month = `${2014 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
    return ["northstoke", "southmere"].map((area) => `${area},a,recorded,${month},${40 + ((i * 7) % 5)}`);
  });
  const lines = ["area,class,measure,period,value", ...months.flat()];
  await writeFile(path.join(folder, "obs.csv"), lines.join("\n"));
  await writeFile(path.join(folder, "bad.csv"), [...lines, "northstoke,a,recorded,2014-01,many"].join("\n"));
  await writeFile(
    path.join(folder, "context.json"),
    JSON.stringify({ training: [{ area: "eastholm", from: "2016" }] }),
  );
  await writeFile(path.join(folder, "bad.json"), JSON.stringify({ rules: [{ from: "2016", kind: "moved" }] }));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const KENT = ["--area", "kent", "--class", "stalking-and-harassment", "--from", "2016", "--to", "2017"];
const NORTHSTOKE = ["--area", "northstoke", "--class", "a", "--from", "2016", "--to", "2017"];

/** The command itself, in this process: one that is started for each question would take most of the time. */
async function explain(...args: readonly string[]) {
  const options = Object.fromEntries(Object.keys(command.options).map((key) => [key, { type: "string" } as const]));
  const { values } = parseArgs({ args: [...args], options });
  const paths = ["observations", "context"].flatMap((key) =>
    values[key] === undefined ? [] : [[key, path.join(folder, values[key])]],
  );
  const given = { options: { ...values, ...Object.fromEntries(paths) }, flags: new Set<string>(), positionals: [] };
  const answer = await command.run({ ...given, effects: quietEffects() });
  return { json: answer?.json as Explanation & { notes: string[] }, lines: answer?.lines.join("\n") ?? "" };
}

async function faultOf(...args: readonly string[]): Promise<UserError> {
  const fault: unknown = await explain(...args).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(fault instanceof UserError)) throw new Error(`answered ${args.join(" ")}`);
  return fault;
}

describe("throughline explain", () => {
  it("answers from the facts that ship, with every cause, as one document", async () => {
    const { code, stdout } = await runCli(folder, "explain", ...KENT, "--json");
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as Explanation & { notes: string[] };
    expect(answer.change).toMatchObject({ area: "kent", from: { count: 6335 }, to: { count: 11761 }, percent: 85.7 });
    expect(answer.causes.map(({ cause }) => cause).toSorted()).toEqual(CAUSES.toSorted());
    expect(answer.text).toMatch(/^Recorded .* in Kent: 6,335 in 2016, 11,761 in 2017/);
    expect(answer.notes.join(" ")).toMatch(/April 2017/);
  });

  it("says so to people, a line a cause and what it rests on", async () => {
    const { lines } = await explain(...KENT);
    expect(lines).toMatch(/^cause +standing +part of the change +what would decide$/m);
    for (const cause of CAUSES) {
      expect(lines).toMatch(new RegExp(`^${cause} +(supported|possible|ruled-out|cannot-tell) `, "m"));
    }
    expect(lines).toMatch(/83\.6/);
  });

  it("answers from files, and notes a context that is about other places", async () => {
    const { json } = await explain("--observations", "obs.csv", "--context", "context.json", ...NORTHSTOKE);
    expect(json.verdict).toBe("not-shown");
    expect(json.notes).toEqual([expect.stringMatching(/names what the observations have not: eastholm/)]);
  });

  it("cannot tell outside the data, and says why", async () => {
    const args = ["--area", "northstoke", "--class", "a", "--from", "2001", "--to", "2002"];
    const { json } = await explain("--observations", "obs.csv", ...args);
    expect(json).toMatchObject({ verdict: "cannot-tell", because: expect.stringMatching(/2001/) });
    const alone = await explain("--area", "kent", "--class", "8Q", "--from", "2016", "--to", "2017");
    expect(alone.json).toMatchObject({ verdict: "cannot-tell" });
  });

  it.each([
    [false, ["--observations", "bad.csv", ...NORTHSTOKE], /E_OBSERVATIONS: .*bad\.csv, line 98: recorded "many"/],
    [false, ["--observations", "none.csv", ...NORTHSTOKE], /E_FILE/],
    [false, ["--observations", "obs.csv", "--context", "bad.json", ...NORTHSTOKE], /bad\.json, rules\[0\]\.fromClass/],
    [true, ["--observations", "obs.csv", ...KENT], /E_AREA/],
    [true, ["--observations", "obs.csv", "--known-on", "2018-01-01", ...NORTHSTOKE], /E_OPTION/],
    [true, ["--context", "context.json", ...KENT], /E_OPTION/],
    [true, ["--area", "kent", "--class", "8L", "--from", "2017", "--to", "2016"], /E_PERIOD_ORDER/],
    [true, ["--area", "kent", "--class", "8L", "--from", "2017"], /E_OPTION: --to is missing/],
  ])("tells misuse (%s) from a file that cannot be used: %j", async (misuse, args, message) => {
    const fault = await faultOf(...args);
    expect(fault.misuse).toBe(misuse);
    expect(fault.message).toMatch(message);
  });
});
