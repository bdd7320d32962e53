import { BooksAs, OnDuplicate } from '../../main/contract/imports.ts';
import { importWords } from '../app/import-words.ts';
import { Choice, Toggle } from './setting-controls.tsx';
import { changeSettings, useSettings } from './settings-query.ts';

/** How articles come in, for every import from now on. */
export function ImportChoices() {
  const { onDuplicate, books, lookBefore } = useSettings();
  return (
    <>
      <Choice
        legend={importWords.onDuplicate}
        value={onDuplicate}
        options={OnDuplicate.options}
        nameOf={(option) => importWords.onDuplicateNames[option]}
        onChoose={(chosen) => void changeSettings({ onDuplicate: chosen })}
      />
      <Choice legend={importWords.books} value={books} options={BooksAs.options} nameOf={(option) => importWords.booksNames[option]} onChoose={(chosen) => void changeSettings({ books: chosen })} />
      <Toggle label={importWords.lookBefore} hint={importWords.lookBeforeHint} value={lookBefore} onChange={(on) => void changeSettings({ lookBefore: on })} />
    </>
  );
}
