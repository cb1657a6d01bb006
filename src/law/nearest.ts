/** Nearest names said as advice; nothing when none is near. */
export function didYouMean(found: string, names: Iterable<string>): string | undefined {
  const near = nearest(found, names);
  return near.length === 0 ? undefined : `Did you mean ${near.join(", ")}?`;
}

/** The names nearest to a text by edit distance, closest first; none that differ in most of their letters. */
function nearest(found: string, names: Iterable<string>, most = 3): string[] {
  const wanted = found.slice(0, 60).trim().toLowerCase();
  if (wanted === "") return [];
  return [...names]
    .map((name) => ({ name, distance: distanceOf(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, name.length / 2))
    .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

function distanceOf(a: string, b: string): number {
  if (b.includes(a) && a.length > 2) return 1;
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
