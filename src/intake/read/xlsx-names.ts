/** An element's name without its prefix: some programs write `x:row` for `row`. */
export function localName(element: string): string {
  const colon = element.indexOf(":");
  return colon < 0 ? element : element.slice(colon + 1);
}
