import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, RotateCw } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ImportList, ImportProgress, ReportEntry } from '../../main/contract/imports.ts';
import { articleAddress, formatAddress } from '../app/address.ts';
import { errorWords } from '../app/error-words.ts';
import { fileNameOf } from '../app/format.ts';
import { words } from '../app/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { retryEntries } from './import-actions.ts';
import { canRetry, entriesQuery, ENTRY_PAGE_SIZE } from './import-queries.ts';

interface ReportListProps {
  readonly progress: ImportProgress;
  readonly list: ImportList;
}

/** One list of a report, a page at a time, and what can be done with it. */
export function ReportList({ progress, list }: ReportListProps) {
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery({ ...entriesQuery(progress.id, { list, search, page }), placeholderData: keepPreviousData });
  if (error && !data) return <FailureMessage error={error} onRetry={() => void refetch()} />;
  if (!data) return <div aria-busy className="skeleton skeleton-card" />;
  if (data.total === 0 && search === '') return <p className="report-empty">{words.import.listsEmpty[list]}</p>;
  const retry = list === 'failed' && canRetry(progress);
  return (
    <>
      <div className="report-tools">
        <EntrySearch
          search={search}
          found={data.total}
          onSearch={(text) => {
            setSearch(text);
            setPage(0);
          }}
        />
        {retry && (
          <Button icon={RotateCw} onClick={() => void retryEntries(progress.id)}>
            {words.import.retryAll(progress.counts.failed)}
          </Button>
        )}
      </div>
      {list === 'failed' && progress.origin === 'upload' && <p className="faint">{words.import.handOverAgain}</p>}
      <ul className="report-entries">
        {data.entries.map((entry) => (
          <li key={entry.number} className="report-entry">
            <EntryContent entry={entry} onRetry={retry ? () => void retryEntries(progress.id, [entry.number]) : null} />
          </li>
        ))}
      </ul>
      {data.total > ENTRY_PAGE_SIZE && <Pager page={page} total={data.total} onPage={setPage} />}
    </>
  );
}

interface EntrySearchProps {
  readonly search: string;
  readonly found: number;
  readonly onSearch: (text: string) => void;
}

/** Narrows a list to the entries that have a text in their file's name, their place in it, their title or the reason. */
function EntrySearch({ search, found, onSearch }: EntrySearchProps) {
  const id = useId();
  return (
    <div className="report-search">
      <label htmlFor={id} className="visually-hidden">
        {words.import.searchEntries}
      </label>
      <input id={id} type="search" className="label-input" placeholder={words.import.searchEntries} autoComplete="off" value={search} onChange={(event) => onSearch(event.target.value.slice(0, 1_000))} />
      <span role="status" className="faint">
        {search !== '' && words.import.foundEntries(found)}
      </span>
    </div>
  );
}

interface EntryProps<Entry extends ReportEntry = ReportEntry> {
  readonly entry: Entry;
  /** Null where it cannot be tried again. */
  readonly onRetry: (() => void) | null;
}

function EntryContent({ entry, onRetry }: EntryProps) {
  switch (entry.list) {
    case 'imported':
      return (
        <>
          {entry.title === null ? <p className="report-name">{words.import.deletedForGood}</p> : <ArticleLink id={entry.id} text={entry.title} />}
          <Source source={entry.source} item={entry.item} />
        </>
      );
    case 'duplicates':
      return (
        <>
          <Source source={entry.source} item={entry.item} isMain />
          <p className="report-detail">
            {words.import.actions[entry.action]}. <ArticleLink id={entry.id} text={words.import.alreadyHere} />
          </p>
        </>
      );
    case 'failed':
      return <FailedEntry entry={entry} onRetry={onRetry} />;
    case 'companions':
      return (
        <>
          <Source source={entry.source} isMain />
          <p className="report-detail">{words.import.belongsTo(fileNameOf(entry.of))}</p>
        </>
      );
  }
}

/** The file, what is wrong with it in its own case, and what can be done. */
function FailedEntry({ entry, onRetry }: EntryProps<Extract<ReportEntry, { list: 'failed' }>>) {
  const { title, action } = errorWords[entry.code];
  return (
    <>
      <Source source={entry.source} item={entry.item} isMain />
      <p className="report-reason">{title}</p>
      <p className="report-detail">
        {entry.message} {action}
      </p>
      {onRetry && (
        <Button look="quiet" aria-label={words.import.retryEntry(nameOf(entry))} onClick={onRetry}>
          {words.import.retryOne}
        </Button>
      )}
    </>
  );
}

function ArticleLink({ id, text }: { readonly id: ArticleId; readonly text: string }) {
  return (
    <Link href={formatAddress(articleAddress(id))} dir="auto">
      {text}
    </Link>
  );
}

interface SourceProps {
  readonly source: string;
  readonly item?: string | undefined;
  /** It names the entry, rather than only saying where it came from. */
  readonly isMain?: boolean;
}

function Source({ source, item, isMain = false }: SourceProps) {
  return (
    <p className={isMain ? 'report-name' : 'report-source'} title={source} dir="auto">
      {nameOf({ source, item })}
    </p>
  );
}

function nameOf({ source, item }: Pick<SourceProps, 'source' | 'item'>): string {
  return item === undefined ? fileNameOf(source) : `${fileNameOf(source)}, ${words.import.item(item)}`;
}

interface PagerProps {
  readonly page: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

function Pager({ page, total, onPage }: PagerProps) {
  const from = page * ENTRY_PAGE_SIZE;
  const to = Math.min(total, from + ENTRY_PAGE_SIZE);
  return (
    <nav className="pager" aria-label={words.import.pages}>
      <IconButton icon={ChevronLeft} label={words.import.previousPage} disabled={page === 0} onClick={() => onPage(page - 1)} />
      <span>{words.import.range(from + 1, to, total)}</span>
      <IconButton icon={ChevronRight} label={words.import.nextPage} disabled={to >= total} onClick={() => onPage(page + 1)} />
    </nav>
  );
}
