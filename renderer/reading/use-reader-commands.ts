import type { Article } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { articleAddress, formatAddress } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { copyText } from '../app/copy-text.ts';
import { hostBridge } from '../app/host-bridge.ts';
import { words } from '../app/words.ts';
import { addressToOpen } from './link-target.ts';

/** A link that opens the article from elsewhere, without the list that it was opened from: it shall mean the same tomorrow. */
export function linkTo(id: ArticleId): string {
  // Where Carrel is a program of its own, the system knows its links; in a browser it has an address like any page.
  return hostBridge ? `carrel://article/${id}` : new URL(formatAddress(articleAddress(id)), location.href).href;
}

/** What is done with the open article beside reading it. */
export function useReaderCommands(article: Article | undefined): void {
  useCommand('copy-link', () => {
    if (!article) return false;
    void copyText(linkTo(article.id), words.reader.linkCopied);
    return true;
  });
  useCommand('open-original', () => {
    const address = article?.url && addressToOpen(article.url);
    if (!address) return false;
    window.open(address, '_blank', 'noopener,noreferrer');
    return true;
  });
}
