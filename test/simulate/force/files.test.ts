import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects, sha256, UserError } from "../../../src/base/index.ts";
import { WORLD_NAMES, writeForce } from "../../../src/simulate/index.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "force '[1]* "));
});
afterAll(() => rmSync(folder, { recursive: true }));

const QUESTION = { people: 150, seed: "7", world: "default" };

/** The columns of the contract; more may follow. */
const CONTRACT: Readonly<Record<string, string>> = {
  "events.csv":
    "event_ref,kind,reported_at,recorded_at,entered_at,occurred_from,occurred_to,offence_code,offence_title,class,initial_class,status,outcome_code,outcome_at,cancelled_reason,included_offences,flags,district,postcode,lsoa,unit,officer,summary",
  "people.csv":
    "mention_ref,event_ref,role,nominal_ref,given_name,middle_names,family_name,alias,birth_date,sex,ethnicity,phone,email,handle,vehicle,address,postcode,relationship",
  "actions.csv": "action_ref,event_ref,kind,at,entered_at,officer,result,text",
  "orders.csv": "order_ref,kind,made_at,ends_at,entered_at,subject_nominal,protected_nominal,conditions",
  "decisions.csv": "decision_ref,kind,subject_a,subject_b,verdict,author,reason,decided_at",
  "staff.csv": "officer,unit,role",
  "training.csv": "officer,course,completed_at,valid_until",
  "truth/courses.csv": "course,suspect_person,victim_person,event_refs,index_event,kind",
  "truth/people.csv": "mention_ref,true_person",
  "truth/twins.csv": "person_a,person_b",
};

describe("writeForce(folder, question, effects)", () => {
  it("writes each file of the record profile and of the truth, with the columns of the contract first", () => {
    const files = writeForce(path.join(folder, "a"), QUESTION, quietEffects());
    for (const [file, columns] of Object.entries(CONTRACT)) {
      const text = readFileSync(path.join(folder, "a", file), "utf8");
      expect([file, text.split("\n")[0]?.slice(0, columns.length)]).toEqual([file, columns]);
      expect(files.find((each) => each.path === file)?.rows).toBe(text.trimEnd().split("\n").length - 1);
    }
    const received = JSON.parse(readFileSync(path.join(folder, "a/received.json"), "utf8"));
    expect(received).toEqual({ receivedAt: "2021-05-30T00:00:00Z", force: "ardenshire" });
  });

  it("writes the same bytes for the same seed, and others for another seed or world", () => {
    const digest = (name: string, question: typeof QUESTION) => {
      const files = writeForce(path.join(folder, name), question, quietEffects("2031-05-05T05:05:05Z"));
      return sha256(files.map((file) => readFileSync(path.join(folder, name, file.path), "utf8")).join("\n"));
    };
    const first = digest("b", QUESTION);
    expect(digest("c", QUESTION)).toBe(first);
    expect(digest("d", { ...QUESTION, seed: "8" })).not.toBe(first);
    expect(digest("e", { ...QUESTION, world: "aliases" })).not.toBe(first);
  });

  it.each(WORLD_NAMES)("knows the world %s", (world) => {
    expect(
      writeForce(path.join(folder, world), { people: 20, seed: "1", world }, quietEffects()).length,
    ).toBeGreaterThan(4);
  });

  it("refuses a world that is not there, naming those that are, and a folder that is a file, leaving nothing", () => {
    const refused = (out: string, world: string) => {
      try {
        writeForce(path.join(folder, out), { ...QUESTION, world }, quietEffects());
      } catch (cause) {
        return cause instanceof UserError ? cause.message : String(cause);
      }
      return "not refused";
    };
    expect(refused("f", "utopia")).toMatch(/^E_WORLD: .*default, aliases, mixed-codes, unnamed-suspects/);
    writeFileSync(path.join(folder, "file"), "");
    expect(refused("file", "default")).toMatch(/^E_OUT: /);
  });
});
