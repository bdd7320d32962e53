import type { Article } from '../../main/contract/articles.ts';
import { articleAddress, formatAddress } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { copyText } from '../app/copy-text.ts';
import { words } from '../app/words.ts';
import { addressToOpen } from './link-target.ts';

/** What is done with the open article beside reading it. */
export function useReaderCommands(article: Article | undefined): void {
  useCommand('copy-link', () => {
    if (!article) return false;
    // Without the list that it was opened from: the link shall mean the same tomorrow.
    const link = new URL(formatAddress(articleAddress(article.id)), location.href);
    void copyText(link.href, words.reader.linkCopied);
    return true;
  });
  useCommand('open-original', () => {
    const address = article?.url && addressToOpen(article.url);
    if (!address) return false;
    window.open(address, '_blank', 'noopener,noreferrer');
    return true;
  });
}
