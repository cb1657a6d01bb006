import { day, list, maybeDay, maybeShare, maybeText, oneOf, share, slug, text } from "./cells.ts";
import { file } from "./reference-file.ts";

/** How sure a row is: read in a primary source, in a secondary one, computed, common knowledge, or in conflict. */
export const CONFIDENCES = ["V", "V2", "C", "M", "?"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What every row of the knowledge base has beside its own columns. */
const dated = {
  /** First day it holds; null where there is no beginning, or none is known. */
  valid_from: maybeDay,
  /** Last day it holds; null where there is no end, or none is known. */
  valid_to: maybeDay,
  source: text,
  confidence: oneOf(...CONFIDENCES),
};

const direction = oneOf("up", "down", "mixed", "none");

/** The files of `reference/` and their columns, declared once. */
export const FILES = {
  areas: file("areas.csv", ["slug"], {
    slug,
    name: text,
    kind: oneOf("country", "region", "force", "borough", "body", "outside"),
    region: maybeText,
    part_of: list,
    ons_code: maybeText,
    ...dated,
  }),
  areaNames: file("area_names.csv", ["name"], { name: text, area: slug, ...dated }),
  classes: file("classes.csv", ["code"], {
    code: text,
    title: text,
    group: text,
    subgroup: text,
    status: oneOf("recorded", "outcomes-only", "expired"),
    plain_twin: maybeText,
    ...dated,
  }),
  groups: file("groups.csv", ["slug"], {
    slug,
    title: text,
    kind: oneOf("codes", "flagged", "street", "survey", "label", "whole"),
    note: maybeText,
    ...dated,
  }),
  groupMembers: file("group_members.csv", ["group", "code"], { group: slug, code: text, ...dated }),
  classLabels: file("class_labels.csv", ["context", "label"], { context: slug, label: text, class: text, ...dated }),
  offences: file("offences.csv", ["code", "valid_from"], { code: text, title: text, class: maybeText, ...dated }),
  offenceTitles: file("offence_titles.csv", ["title"], { title: text, code: maybeText, class: maybeText, ...dated }),
  laws: file("laws.csv", ["id"], {
    id: slug,
    ...dated,
    valid_from: day,
    effect: oneOf("new-offence", "widened", "penalty", "power"),
    title: text,
    text: maybeText,
    classes: list,
    direction,
  }),
  countingRules: file("counting_rules.csv", ["id"], {
    id: slug,
    ...dated,
    valid_from: day,
    kind: oneOf("added", "moved", "removed", "widened", "narrowed", "principal"),
    from_classes: list,
    to_classes: list,
    classes: list,
    direction,
    scope: oneOf("national"),
    title: text,
    text,
  }),
  audits: file("audits.csv", ["id"], {
    id: slug,
    area: slug,
    classes: list,
    ...dated,
    valid_from: day,
    valid_to: day,
    published: maybeDay,
    recorded: share,
    margin: maybeShare,
    text: maybeText,
  }),
  events: file("events.csv", ["id"], {
    id: slug,
    kind: oneOf("event", "inspection", "training", "campaign"),
    ...dated,
    valid_from: day,
    areas: list,
    classes: list,
    direction,
    title: text,
    text: maybeText,
  }),
  coverage: file("coverage.csv", ["id"], {
    id: slug,
    ...dated,
    area: slug,
    classes: list,
    dataset: maybeText,
    kind: oneOf("missing", "partial", "new-system", "revised", "definition"),
    title: text,
    text: maybeText,
  }),
  outcomeCodes: file("outcome_codes.csv", ["code"], {
    code: text,
    title: text,
    group: text,
    note: maybeText,
    also: list,
    ...dated,
  }),
  strands: file("strands.csv", ["slug"], {
    slug,
    title: text,
    class: maybeText,
    monitored: oneOf("national", "local"),
    ...dated,
  }),
  peers: file("peers.csv", ["area", "peer"], { area: slug, peer: slug, basis: text, ...dated }),
};
