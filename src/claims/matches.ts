/** Every match of a global pattern, as `matchAll` gives them, without the copy of the pattern that it makes each time. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}

/** The last match of a global pattern. */
export function lastMatch(text: string, pattern: RegExp): RegExpExecArray | undefined {
  return matchesOf(text, pattern).at(-1);
}
