import type { ArticleId } from '../../main/contract/ids.ts';
import { placeAddress, searchAddress, similarAddress, type Address, type ListPlace } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { focusPane, isFocusIn } from '../app/panes.ts';
import { similarWords } from '../app/similar-words.ts';
import { showToast } from '../app/toasts.ts';
import { currentAddress, goTo } from '../app/use-address.ts';
import { phraseOf } from '../search/phrase-of.ts';

/** Where the user was before the first of such lists; null in a window that was opened on one. */
let cameFrom: Address | null = null;

/** Lists the articles that are most like one. */
export function showSimilar(id: ArticleId): void {
  const here = currentAddress();
  if (here.view !== 'articles' || here.place.kind !== 'similar') cameFrom = here;
  goTo(similarAddress(id));
  focusPane('list');
}

/** Back to where the user was, however many similar articles were opened since. */
export function leaveSimilar(): void {
  goTo(cameFrom ?? placeAddress('all'));
  focusPane('list');
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
  goTo(searchAddress(query));
  focusPane('list');
  return true;
}

/** In the article's text, or else in what stands around it. */
function selectedText(): string {
  const frames = document.querySelectorAll<HTMLIFrameElement>('.reader-page:not([inert]) .article-frame iframe, .snapshot iframe');
  const texts = [...frames].map((frame) => frame.contentDocument?.getSelection()?.toString() ?? '');
  return texts.find((text) => text.trim() !== '') ?? document.getSelection()?.toString() ?? '';
}
