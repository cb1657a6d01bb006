import { column } from "../engine/index.ts";

/** The two columns that every lake table of a published file begins with. */
export const received = {
  batch: column("text", "The batch that brought the row."),
  source_line: column("integer", "Line of the source file or row of the source sheet.", { unit: "line" }),
};
