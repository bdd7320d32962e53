import { navigate } from 'wouter/use-browser-location';
import type { ArticleId } from '../../main/contract/ids.ts';
import { formatAddress, parseAddress, placeAddress, searchAddress, similarAddress, type ListPlace } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { focusPaneSoon, isFocusIn } from '../app/panes.ts';
import { similarWords } from '../app/similar-words.ts';
import { showToast } from '../app/toasts.ts';
import { phraseOf } from '../search/phrase-of.ts';

/** Where the user was before the first of such lists; null in a window that was opened on one. */
let cameFrom: string | null = null;

/** Lists the articles that are most like one. */
export function showSimilar(id: ArticleId): void {
  const { pathname, search } = location;
  const here = parseAddress(pathname, search);
  if (here.view !== 'articles' || here.place.kind !== 'similar') cameFrom = pathname + search;
  navigate(formatAddress(similarAddress(id)));
  focusPaneSoon('list');
}

/** Back to where the user was, however many similar articles were opened since. */
export function leaveSimilar(): void {
  navigate(cameFrom ?? formatAddress(placeAddress('all')));
  focusPaneSoon('list');
}

/** On from one article to others: those like it, and those with the same words. */
export function useSimilarCommands(place: ListPlace): void {
  useCommand('search-selection', searchSelection);
  useCommand('back', () => {
    if (place.kind !== 'similar' || isFocusIn('reader')) return false;
    leaveSimilar();
    return true;
  });
}

function searchSelection(): boolean {
  const query = phraseOf(selectedText());
  if (query === null) {
    showToast(similarWords.selectFirst);
    return true;
  }
  navigate(formatAddress(searchAddress(query)));
  focusPaneSoon('list');
  return true;
}

/** In the article's text, or else in what stands around it. */
function selectedText(): string {
  const frames = document.querySelectorAll<HTMLIFrameElement>('.article-frame iframe');
  const texts = [...frames].map((frame) => frame.contentDocument?.getSelection()?.toString() ?? '');
  return texts.find((text) => text.trim() !== '') ?? document.getSelection()?.toString() ?? '';
}
