/** As many as can be looked through at a glance. */
const MOST_SUGGESTED = 6;

/**
 * Names that somebody may mean who is typing: those that begin so come first, then those that hold it anywhere; in the
 * order in which they came. Without a word typed, simply the first.
 */
export function suggestLabels(known: readonly string[], typed: string, taken: ReadonlySet<string>): readonly string[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const beginning: string[] = [];
  const holding: string[] = [];
  for (const name of known) {
    if (taken.has(name)) continue;
    const at = name.toLocaleLowerCase().indexOf(wanted);
    if (at === 0) beginning.push(name);
    else if (at > 0) holding.push(name);
  }
  return [...beginning, ...holding].slice(0, MOST_SUGGESTED);
}
