import type { Article } from '../../main/contract/articles.ts';
import { words } from '../app/words.ts';
import { addressToOpen } from './link-target.ts';
import { isAllThere, listMissing } from './list-missing.ts';

/** Says before the text what of it the library does not have: without the net it is too late to find out. */
export function MissingParts({ article }: { readonly article: Article }) {
  const missing = listMissing(article);
  if (isAllThere(missing)) return null;
  return (
    <details className="missing-parts">
      <summary>{words.reader.missing(missing)}</summary>
      <ul>
        {[...missing.pages, ...missing.media, ...missing.pictures].map((part) => {
          const address = addressToOpen(part);
          return (
            <li key={part}>
              {address ? (
                <a href={address} target="_blank" rel="noopener noreferrer">
                  {part}
                </a>
              ) : (
                part
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
