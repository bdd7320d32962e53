import { Copy, ExternalLink, Folder, PencilLine, Plus, Tag } from 'lucide-react';
import { Link } from 'wouter';
import { isUnfetched, type Article } from '../../main/contract/articles.ts';
import { formatAddress, labelAddress } from '../app/address.ts';
import { copyText } from '../app/copy-text.ts';
import { detailsWords } from '../app/details-words.ts';
import { formatPublished, LOCALE, readingMinutes } from '../app/format.ts';
import { ariaKeys } from '../app/shortcuts.ts';
import { words } from '../app/words.ts';
import { correctDetails } from '../details/details-request.ts';
import { nameOfLanguage } from '../details/language-names.ts';
import { editLabels } from '../library/label-request.ts';
import { MarkedText } from '../search/marked-text.tsx';
import { IconButton } from '../ui/button.tsx';
import { Guessed } from './guessed.tsx';
import { addressToOpen } from './link-target.ts';
import { MissingParts } from './missing-parts.tsx';
import type { Matches } from './use-matches.ts';

interface ArticleHeaderProps {
  readonly article: Article;
  readonly matches: Matches | null;
}

/** Title and origin of the article, in the window's own document: it is the window that vouches for them. */
export function ArticleHeader({ article, matches }: ArticleHeaderProps) {
  const { id, title, byline, site, published, state } = article;
  const language = languageToTell(article);
  return (
    <header className="article-header">
      {site && (
        <p className="article-site" dir="auto">
          {site}
          <Guessed article={article} field="site" />
        </p>
      )}
      <h1 dir="auto" lang={article.language ?? undefined}>
        <MarkedText text={title} marks={matches?.places.title ?? []} current={currentIn(matches, 'title')} />
        <Guessed article={article} field="title" />
      </h1>
      <p className="article-facts">
        {byline && (
          <span className="article-fact">
            <span dir="auto">
              <MarkedText text={byline} marks={matches?.places.byline ?? []} current={currentIn(matches, 'byline')} />
            </span>
            <Guessed article={article} field="byline" />
          </span>
        )}
        {published && (
          <span className="article-fact">
            <time dateTime={published}>{formatPublished(published, 'long')}</time>
            <Guessed article={article} field="published" />
          </span>
        )}
        {!isUnfetched(article) && <span className="article-fact">{words.readingTime(readingMinutes(article.wordCount))}</span>}
        {language !== null && (
          <span className="article-fact">
            {nameOfLanguage(language)}
            <Guessed article={article} field="language" />
          </span>
        )}
        {!state.trashed && <IconButton className="article-correct" icon={PencilLine} label={detailsWords.correct} aria-keyshortcuts={ariaKeys('edit-details')} onClick={() => correctDetails({ ids: [id], title })} />}
      </p>
      <ArticleLabels article={article} />
      {article.url && <OriginalAddress url={article.url} />}
      <MissingParts article={article} />
    </header>
  );
}

/** The language, where it is not the one of everything around, or where that is doubtful. */
function languageToTell({ language, guessed }: Article): string | null {
  if (language === null) return null;
  const isUsual = new Intl.Locale(LOCALE).language === language.split('-')[0];
  return isUsual && detailsWords.isProbable(guessed['language'] ?? 1) ? null : language;
}

function currentIn(matches: Matches | null, field: 'title' | 'byline'): number | undefined {
  return matches?.current?.field === field ? matches.current.index : undefined;
}

/** What the article is sorted under, each a link to all that is. */
function ArticleLabels({ article }: { readonly article: Article }) {
  const { id, title, tags, collections, state } = article;
  const links = [...collections.map((name) => ({ kind: 'collection' as const, name })), ...tags.map((name) => ({ kind: 'tag' as const, name }))];
  if (links.length === 0 && state.trashed) return null;
  return (
    <div className="article-labels" role="group" aria-label={words.labels.ofArticle}>
      {links.map(({ kind, name }) => (
        <Link key={kind + name} href={formatAddress(labelAddress(kind, name))} className="article-label" dir="auto">
          {kind === 'collection' ? <Folder aria-hidden size={13} strokeWidth={1.75} /> : <Tag aria-hidden size={13} strokeWidth={1.75} />}
          {name}
        </Link>
      ))}
      {!state.trashed && (
        <button type="button" className="article-label" onClick={() => editLabels('tag', { ids: [id], title })}>
          <Plus aria-hidden size={13} strokeWidth={2} />
          {words.labels.edit}
        </button>
      )}
    </div>
  );
}

function OriginalAddress({ url }: { readonly url: string }) {
  const address = addressToOpen(url);
  return (
    <p className="article-address">
      {address ? (
        <a href={address} target="_blank" rel="noopener noreferrer" title={words.reader.openOriginal}>
          <span className="visually-hidden">{words.reader.original}: </span>
          <span className="article-address-text">{url}</span>
          <ExternalLink aria-hidden size={13} strokeWidth={1.75} />
        </a>
      ) : (
        <span className="article-address-text">{url}</span>
      )}
      <IconButton icon={Copy} label={words.reader.copyAddress} onClick={() => void copyText(url, words.reader.copied)} />
    </p>
  );
}
