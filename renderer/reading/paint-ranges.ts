/** As article.css names them. */
export type PaintName = 'carrel-match' | 'carrel-current-match';

/**
 * Paints ranges of an article's document from outside, which changes nothing in it. @returns the function that takes
 * the paint away
 */
export function paintRanges(page: Document, name: PaintName, ranges: readonly Range[]): () => void {
  const frameWindow = page.defaultView;
  if (!frameWindow || ranges.length === 0) return () => {};
  const { highlights } = frameWindow.CSS;
  const paint = new frameWindow.Highlight(...ranges);
  paint.priority = name === 'carrel-current-match' ? 1 : 0;
  highlights.set(name, paint);
  return () => {
    if (highlights.get(name) === paint) highlights.delete(name);
  };
}
