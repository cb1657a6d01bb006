import { type Column, column, maybeColumn } from "../engine/index.ts";
import { received } from "./received.ts";

/** The columns that every lake table of a force's own records begins with. */
export const delivered = {
  ...received,
  delivery: column("text", "The delivery (one folder) that the file came in."),
  received_at: column("timestamp", "When the delivery was received, as it says itself; else when it was taken in."),
  force: column("text", "Force that holds the record, as its row or its delivery says; `unknown` where neither does."),
};

/** The last column of such a table. */
export const unread = {
  unread: maybeColumn(
    "text",
    "Cells that were not blank and are unknown here, or whose word is not a known one: `column: as written`, joined by `; `.",
    { sensitivity: "personal" },
  ),
};

/** How much of a moment was written; a placeholder (01/01/1900) and what cannot be read are unknown moments. */
export const PRECISIONS = ["year", "month", "day", "minute", "second", "placeholder", "unreadable"] as const;

export type Precision = (typeof PRECISIONS)[number];

type MomentColumns<K extends string> = Readonly<Record<K, Column<"timestamp", true>>> &
  Readonly<Record<`${K}_precision`, Column<"text", true>>>;

/** A moment as two columns: its first millisecond, and how much of it was written. */
export function moment<const K extends string>(name: K, meaning: string): MomentColumns<K> {
  return {
    [name]: maybeColumn("timestamp", meaning),
    [`${name}_precision`]: maybeColumn("text", `How much of ${name} was written.`, { oneOf: PRECISIONS }),
  } as MomentColumns<K>;
}

/** A text about persons or staff, unknown when blank. */
export function personal(meaning: string): Column<"text", true> {
  return maybeColumn("text", meaning, { sensitivity: "personal" });
}

/** The name of a record within its force. */
export function reference(meaning: string): Column<"text", false> {
  return column("text", meaning, { sensitivity: "personal" });
}
