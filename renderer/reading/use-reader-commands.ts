import type { Article } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { articleAddress, formatAddress } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { copyText } from '../app/copy-text.ts';
import { hostBridge } from '../app/host-bridge.ts';
import { currentAddress } from '../app/use-address.ts';
import { words } from '../app/words.ts';
import { findArticle } from '../library/article-acts.ts';
import { addressToOpen } from './link-target.ts';

/** A link that opens the article from elsewhere, without the list that it was opened from: it shall mean the same tomorrow. */
export function linkTo(id: ArticleId): string {
  // Where Carrel is a program of its own, the system knows its links; in a browser it has an address like any page.
  return hostBridge ? `carrel://article/${id}` : new URL(formatAddress(articleAddress(id)), location.href).href;
}

/** What is done with the open article beside reading it. `article` is undefined while it is on its way. */
export function useReaderCommands(id: ArticleId, article: Article | undefined): void {
  useCommand('copy-link', () => void copyText(linkTo(id), words.reader.linkCopied));
  useCommand('open-original', () => {
    if (article) return openOriginal(article);
    void openOriginalSoon(id);
    return true;
  });
}

/** @returns whether there is an address to open */
function openOriginal({ url }: Article): boolean {
  const address = url && addressToOpen(url);
  if (address) window.open(address, '_blank', 'noopener,noreferrer');
  return Boolean(address);
}

async function openOriginalSoon(id: ArticleId): Promise<void> {
  const article = await findArticle(id);
  const now = currentAddress();
  // Whoever reads another article by now would not know where the page comes from.
  if (article && now.view === 'articles' && now.articleId === id) openOriginal(article);
}
