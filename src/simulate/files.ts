import type { World } from "./kinds.ts";

/** The observations file of a world: CSV with a header. No invented name needs quotes. */
export function observationsCsv({ observations }: World): string {
  const lines = observations.map((row) => `${row.area},${row.class},${row.measure},${row.period},${row.value}`);
  return ["area,class,measure,period,value", ...lines, ""].join("\n");
}

/** The context file of a world: JSON. */
export function contextJson({ context }: World): string {
  return `${JSON.stringify(context, undefined, 2)}\n`;
}
