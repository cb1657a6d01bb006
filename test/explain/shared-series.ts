import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import {
  type ChangeQuestion,
  type Context,
  monthOf,
  NOTHING_KNOWN,
  type Panel,
  panelOf,
} from "../../src/explain/index.ts";

const DATA = path.resolve(import.meta.dirname, "../../../shared/data");

export const isShared = existsSync(DATA);

/** The rows of a shared table, each by its header. */
export function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const bytes = readFileSync(path.join(DATA, file));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return parse(text, { bom: true, columns: true });
}

type Values = readonly (number | null)[];

/** Monthly counts of some classes in some areas, by area and then by class. */
export function monthly(start: string, areas: Readonly<Record<string, Readonly<Record<string, Values>>>>): Panel {
  return panelOf(
    Object.entries(areas).flatMap(([area, classes]) =>
      Object.entries(classes).map(([className, values]) => ({
        measure: "recorded" as const,
        area,
        className,
        series: { months: 1 as const, start: monthOf(`${start}-01`), values },
      })),
    ),
  );
}

interface Asked {
  readonly panel: Panel;
  readonly area: string;
  readonly classes: string;
  /** First and last month: `2015-07 2015-07`. */
  readonly from: string;
  readonly to: string;
  readonly context?: Partial<Context>;
}

export function question({ panel, area, classes, from, to, context }: Asked): ChangeQuestion {
  const months = (text: string) => {
    const [first, last] = text.split(" ").map((each) => monthOf(`${each}-01`));
    return { first: first!, last: last ?? first! };
  };
  return {
    area,
    className: classes,
    classes: classes.split("+"),
    from: months(from),
    to: months(to),
    panel,
    context: { ...NOTHING_KNOWN, ...context },
  };
}
