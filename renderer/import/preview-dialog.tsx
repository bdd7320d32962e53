import { useSyncExternalStore } from 'react';
import type { FactName } from '../../main/contract/facts.ts';
import type { PreviewedArticle } from '../../main/contract/imports.ts';
import { detailsWords } from '../app/details-words.ts';
import { errorWords } from '../app/error-words.ts';
import { fileNameOf, formatPublished } from '../app/format.ts';
import { importWords } from '../app/import-words.ts';
import { words } from '../app/words.ts';
import { nameOfLanguage } from '../details/language-names.ts';
import { changeSettings, useSettings } from '../settings/settings-query.ts';
import { Toggle } from '../settings/setting-controls.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { offered, type Look, type Offer } from './look-before.ts';

/** What Carrel makes of some files of a large import, before it is begun; once for the whole window. */
export function PreviewDialog() {
  const offer = useSyncExternalStore(offered.subscribe, offered.get);
  return offer && <OpenPreview offer={offer} />;
}

function OpenPreview({ offer: { label, look, begin } }: { readonly offer: Offer }) {
  const { lookBefore } = useSettings();
  const close = () => offered.set(null);
  return (
    <Dialog title={importWords.previewTitle(label)} look="wide" onClose={close}>
      {look ? <Looked look={look} /> : <p role="status">{importWords.previewReading}</p>}
      <Toggle label={importWords.lookBefore} hint={importWords.lookBeforeHint} value={lookBefore} onChange={(on) => void changeSettings({ lookBefore: on })} />
      <div className="dialog-actions">
        <Button onClick={close}>{words.cancel}</Button>
        <Button
          look="primary"
          data-first-focus
          onClick={() => {
            close();
            begin();
          }}
        >
          {look?.complete ? importWords.previewBegin(look.found) : importWords.previewBeginAll}
        </Button>
      </div>
    </Dialog>
  );
}

/** What is told of each article. */
const COLUMNS: readonly FactName[] = ['title', 'byline', 'published', 'site', 'language'];

function Looked({ look: { found, complete, articles, failed } }: { readonly look: Look }) {
  return (
    <>
      <p>{importWords.previewIntro(articles.length + failed.length, found, complete)}</p>
      {/* It scrolls, so that the keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="preview-table" role="region" aria-label={importWords.previewTable} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{importWords.previewFile}</th>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {detailsWords.names[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {articles.map((article) => (
              <Row key={JSON.stringify([article.source, article.item])} article={article} />
            ))}
            {failed.map((entry) => (
              <tr key={entry.number}>
                <th scope="row" dir="auto" title={entry.source}>
                  {fileNameOf(entry.source)}
                </th>
                <td colSpan={COLUMNS.length} className="is-failed">
                  {errorWords[entry.code].title}. {entry.message}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ article }: { readonly article: PreviewedArticle }) {
  return (
    <tr>
      <th scope="row" dir="auto" title={article.source}>
        {article.item === undefined ? fileNameOf(article.source) : `${fileNameOf(article.source)}, ${words.import.item(article.item)}`}
      </th>
      {COLUMNS.map((name) => (
        <td key={name} dir="auto">
          <Fact article={article} name={name} />
        </td>
      ))}
    </tr>
  );
}

function Fact({ article, name }: { readonly article: PreviewedArticle; readonly name: FactName }) {
  const value = name === 'url' ? null : article[name];
  const confidence = article.guessed[name];
  if (value === null) return <span className="faint">{detailsWords.unknown}</span>;
  const shown = name === 'published' ? formatPublished(value, 'short') : name === 'language' ? nameOfLanguage(value) : value;
  return (
    <>
      {shown}
      {confidence !== undefined && (
        <>
          {' '}
          <span className="guessed" title={`${detailsWords.guessed[name]} ${detailsWords.percent(confidence)}`}>
            {detailsWords.sure(confidence)}
          </span>
        </>
      )}
    </>
  );
}
