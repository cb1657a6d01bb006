/** Answers that took long to work out, kept by what they were asked of and by the question; the oldest go first. */
export function keepAnswers<K extends object, A>(
  most = 20,
): (of: K, question: string, make: () => Promise<A>) => Promise<A> {
  const kept = new WeakMap<K, Map<string, Promise<A>>>();
  return (of, question, make) => {
    const answers = kept.getOrInsertComputed(of, () => new Map<string, Promise<A>>());
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = make();
    answers.set(question, answer);
    answer.catch(() => answers.delete(question));
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
