/** A bench: a file bench/NAME.ts exports one as `bench`. */
export interface Bench {
  readonly name: string;
  readonly summary: string;
  run(context: BenchContext): Promise<BenchResult>;
}

/** What a bench is given. */
export interface BenchContext {
  /** The project's root folder. */
  readonly root: string;
  /** The folder ../shared beside it, or nothing when it is absent. */
  readonly shared: string | undefined;
  /** An empty folder, removed afterwards. */
  readonly scratch: string;
  /** Arguments after the bench's name, without `--json`. */
  readonly args: readonly string[];
  /** One line for the person who waits; goes to standard error. */
  readonly progress: (line: string) => void;
}

/** What a bench found. Further fields may stand beside the figures; they are printed with `--json` alone. */
export interface BenchResult {
  readonly figures: readonly BenchFigure[];
  readonly detail?: unknown;
}

/** One measured number, with the bar it has to keep where there is one. */
export interface BenchFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar?: Bar;
  readonly met?: boolean;
}

/** A limit in the figure's unit; both ends are allowed. */
export type Bar = { readonly atMost: number } | { readonly atLeast: number };

/** A figure, and whether it keeps its bar. */
export function benchFigure(name: string, value: number, unit: string, bar?: Bar): BenchFigure {
  return bar === undefined ? { name, value, unit } : { name, value, unit, bar, met: keeps(value, bar) };
}

function keeps(value: number, bar: Bar): boolean {
  return "atMost" in bar ? value <= bar.atMost : value >= bar.atLeast;
}
