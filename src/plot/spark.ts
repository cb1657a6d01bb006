/** A value of a small picture; null leaves a gap. */
export interface SparkPoint {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly value: number | null;
}

/** Where every small picture of a row begins and ends, so that they can be compared. */
export interface SparkFrame {
  readonly from: string;
  readonly to: string;
  readonly top: number;
}

const [WIDE, HIGH] = [120, 36];

/** A course without words, to stand in a list beside its name and number: a few hundred bytes, for eyes alone. */
export function sparkLine(points: readonly SparkPoint[], { from, to, top }: SparkFrame): string {
  const days = (date: string) => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(date)).days;
  const span = Math.max(1, days(to));
  const place = (date: string, value: number) =>
    `${Math.round((days(date) / span) * WIDE)} ${(HIGH - (Math.min(value, top) / top) * HIGH).toFixed(1)}`;
  let pen = "M";
  const path: string[] = [];
  for (const { date, value } of points) {
    if (value !== null) path.push(`${pen}${place(date, value)}`);
    pen = value === null ? "M" : "L";
  }
  return `<svg class="chart-spark" viewBox="0 -2 ${WIDE} ${HIGH + 4}" aria-hidden="true" focusable="false"><path d="${path.join("")}"/></svg>`;
}
