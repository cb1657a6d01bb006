/** One value of one series on one day. */
export interface Point {
  readonly series: string;
  /** `YYYY-MM-DD`; for a period, one of its days, the same for all. */
  readonly date: string;
  /** How the table names the date, where a period is meant: `2016/17`. */
  readonly label?: string | undefined;
  /** `null` leaves a gap. */
  readonly value: number | null;
  /** Not to be joined to the value before without care: the stretch that leads here is dashed, the dot hollow. */
  readonly broken?: boolean | undefined;
  /** To be looked at: its dot is large and ringed, whatever else has dots. */
  readonly stressed?: boolean | undefined;
}

/** A day that matters, drawn as a labelled vertical line when it lies within the points. */
export interface Mark {
  readonly date: string;
  readonly label: string;
  /** Becomes a class, `chart-mark-KIND`. */
  readonly kind: string;
}

/** A stretch of days to be seen at once: a period that is asked about. */
export interface Band {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** Series over time. Colours are given by series so that one keeps its colour from chart to chart. */
export interface LineSpec {
  readonly title: string;
  readonly description: string;
  readonly points: readonly Point[];
  readonly marks?: readonly Mark[] | undefined;
  readonly bands?: readonly Band[] | undefined;
  readonly yLabel: string;
  readonly colours?: Readonly<Record<string, string>> | undefined;
  /** Units of the drawing; one is a CSS pixel when the picture is shown as wide as this. */
  readonly width?: number | undefined;
  /** Without the rows of mark labels, which are added above. */
  readonly height?: number | undefined;
}

/** One labelled value, with its limits where it has any. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly broken?: boolean | undefined;
  /** Bars that follow one another under one heading are drawn together on a shaded ground. */
  readonly group?: string | undefined;
}

/** A few values side by side; the height follows from their number. */
export interface BarSpec {
  readonly title: string;
  readonly description: string;
  readonly bars: readonly Bar[];
  readonly xLabel: string;
  readonly colours?: Readonly<Record<string, string>> | undefined;
  readonly width?: number | undefined;
}

/** For a phone: the same chart drawn on a narrow sheet, with letters as large as on the wide one. */
export const NARROW = { width: 400, height: 400 } as const;
