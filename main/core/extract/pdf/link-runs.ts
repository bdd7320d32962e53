import { bottomOf, topOf, type LinkArea, type Run } from './page-text.ts';

/**
 * The runs with the links that lie over them. A link over a part of a run's words divides it: between words, because how wide
 * single letters are is not known here.
 */
export function linkRuns(runs: readonly Run[], links: readonly LinkArea[]): Run[] {
  if (links.length === 0) return [...runs];
  return runs.flatMap((run) => {
    const over = links.filter((link) => isOver(link, run));
    return over.length === 0 ? [run] : divide(run, over);
  });
}

function isOver(link: LinkArea, run: Run): boolean {
  const middle = (topOf(run) + bottomOf(run)) / 2;
  return link.top <= middle && link.bottom >= middle && link.left < run.right && link.right > run.left;
}

function divide(run: Run, links: readonly LinkArea[]): Run[] {
  const perLetter = (run.right - run.left) / Math.max(run.text.length, 1);
  const pieces: Run[] = [];
  for (const match of run.text.matchAll(/\S+/g)) {
    const left = run.left + match.index * perLetter;
    const right = left + match[0].length * perLetter;
    const link = links.find((area) => area.left <= (left + right) / 2 && area.right >= (left + right) / 2)?.url;
    const last = pieces.at(-1);
    if (last !== undefined && last.link === link) pieces[pieces.length - 1] = { ...last, text: `${last.text} ${match[0]}`, right };
    else pieces.push({ ...run, text: match[0], left, right, spaced: pieces.length > 0 || run.spaced, link });
  }
  return pieces;
}
