import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ImportList, ImportProgress, ReportEntry } from '../../main/contract/imports.ts';
import { articleAddress, formatAddress } from '../app/address.ts';
import { errorWords } from '../app/error-words.ts';
import { words } from '../app/words.ts';
import { FailedPage } from '../saving/failed-page.tsx';
import { Button } from '../ui/button.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { NarrowingField } from '../ui/narrowing-field.tsx';
import { Pager } from '../ui/pager.tsx';
import { retryEntries } from './import-actions.ts';
import { canRetry, entriesQuery, ENTRY_PAGE_SIZE } from './import-queries.ts';
import { sourceName } from './source-name.ts';

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
        <NarrowingField
          label={words.import.searchEntries}
          search={search}
          found={words.import.foundEntries(data.total)}
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
            <EntryContent entry={entry} isPages={progress.origin === 'addresses'} onRetry={retry ? () => void retryEntries(progress.id, [entry.number]) : null} />
          </li>
        ))}
      </ul>
      <Pager label={words.import.pages} page={page} pageSize={ENTRY_PAGE_SIZE} total={data.total} onPage={setPage} />
    </>
  );
}

interface EntryProps<Entry extends ReportEntry = ReportEntry> {
  readonly entry: Entry;
  /** Null where it cannot be tried again. */
  readonly onRetry: (() => void) | null;
}

function EntryContent({ entry, isPages, onRetry }: EntryProps & { readonly isPages: boolean }) {
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
            {describeDuplicate(entry)}. <ArticleLink id={entry.id} text={words.import.alreadyHere} />
          </p>
        </>
      );
    case 'failed':
      return isPages ? <FailedPage entry={entry} onRetry={onRetry} /> : <FailedEntry entry={entry} onRetry={onRetry} />;
    case 'companions':
      return (
        <>
          <Source source={entry.source} isMain />
          <p className="report-detail">{words.import.belongsTo(sourceName({ source: entry.of }))}</p>
        </>
      );
  }
}

function describeDuplicate({ action, labelled }: Extract<ReportEntry, { list: 'duplicates' }>): string {
  return labelled ? words.import.actions.labelled([...labelled.tags, ...labelled.collections]) : words.import.actions[action];
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
        <Button look="quiet" aria-label={words.import.retryEntry(sourceName(entry))} onClick={onRetry}>
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
      {sourceName({ source, item })}
    </p>
  );
}
