/** One cell as CSV: quoted only where it must be, so that equal cells give equal bytes. */
export function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
