import type { RelatedLink } from '../../main/contract/articles.ts';
import { words } from '../app/words.ts';
import { addressToOpen } from './link-target.ts';

/** What the publisher set beside the text, kept out of it. */
export function RelatedLinks({ links }: { readonly links: readonly RelatedLink[] }) {
  if (links.length === 0) return null;
  return (
    <details className="related" open={links.length <= 8}>
      <summary>{words.reader.related(links.length)}</summary>
      <ul>
        {links.map(({ title, url }) => {
          const address = url && addressToOpen(url);
          return (
            <li key={`${title} ${url}`} dir="auto">
              {address ? (
                <a href={address} target="_blank" rel="noopener noreferrer">
                  {title}
                </a>
              ) : (
                title
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
