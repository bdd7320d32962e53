import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ArticleId, ImportId } from '../../main/contract/ids.ts';
import type { ImportEntry, ImportList } from '../../main/contract/imports.ts';
import { articleAddress, formatAddress } from '../app/address.ts';
import { errorWords } from '../app/error-words.ts';
import { fileNameOf } from '../app/format.ts';
import { words } from '../app/words.ts';
import { IconButton } from '../ui/button.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { entriesQuery, ENTRY_PAGE_SIZE } from './import-queries.ts';

interface ReportListProps {
  readonly importId: ImportId;
  readonly list: ImportList;
}

/** One list of a report, a page at a time. */
export function ReportList({ importId, list }: ReportListProps) {
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery({
    ...entriesQuery(importId, list, page),
    placeholderData: keepPreviousData,
  });
  if (error && !data) return <FailureMessage error={error} onRetry={() => void refetch()} />;
  if (!data) return <div aria-busy className="skeleton skeleton-card" />;
  if (data.total === 0) return <p className="report-empty">{words.import.listsEmpty[list]}</p>;
  return (
    <>
      <ul className="report-entries">
        {data.entries.map((entry) => (
          <li key={keyOf(entry)} className="report-entry">
            <EntryContent entry={entry} />
          </li>
        ))}
      </ul>
      {data.total > ENTRY_PAGE_SIZE && <Pager page={page} total={data.total} onPage={setPage} />}
    </>
  );
}

/** Every item is in one list once: its source, and its place in it, name it. */
function keyOf(entry: ImportEntry): string {
  return JSON.stringify('item' in entry ? [entry.source, entry.item] : [entry.source]);
}

function EntryContent({ entry }: { readonly entry: ImportEntry }) {
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
      return <FailedEntry entry={entry} />;
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
function FailedEntry({ entry }: { readonly entry: Extract<ImportEntry, { list: 'failed' }> }) {
  const { title, action } = errorWords[entry.code];
  return (
    <>
      <Source source={entry.source} item={entry.item} isMain />
      <p className="report-reason">{title}</p>
      <p className="report-detail">
        {entry.message} {action}
      </p>
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
  const name = item === undefined ? fileNameOf(source) : `${fileNameOf(source)}, ${words.import.item(item)}`;
  return (
    <p className={isMain ? 'report-name' : 'report-source'} title={source} dir="auto">
      {name}
    </p>
  );
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
