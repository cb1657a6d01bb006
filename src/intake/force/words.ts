import { ROLES } from "../../records/index.ts";
import type { Field } from "../profile.ts";
import { word } from "./fields.ts";

/** A person's part in an event, in the words that systems have for it. */
export function role(header: string | readonly string[]): Field {
  return word(header, ROLES, {
    vic: "victim",
    vict: "victim",
    aggrieved: "victim",
    "injured-party": "victim",
    "injured-person": "victim",
    ip: "victim",
    complainant: "victim",
    "repeat-victim": "victim",
    sus: "suspect",
    susp: "suspect",
    "named-suspect": "suspect",
    offender: "suspect",
    accused: "suspect",
    defendant: "suspect",
    arrested: "suspect",
    "person-arrested": "suspect",
    wit: "witness",
    "witness-statement": "witness",
    informant: "reporter",
    caller: "reporter",
    "reported-by": "reporter",
    "reporting-person": "reporter",
    "person-reporting": "reporter",
    rp: "reporter",
  });
}
