import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowLeft, Globe, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatAddress, settingsAddress } from '../app/address.ts';
import { formatBytes } from '../app/format.ts';
import { library, valueOf } from '../app/library-client.ts';
import { queryClient } from '../app/query-client.ts';
import { savingWords } from '../app/saving-words.ts';
import { showToast } from '../app/toasts.ts';
import { failureWords } from '../library/article-actions.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { NarrowingField } from '../ui/narrowing-field.tsx';
import { Pager } from '../ui/pager.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { requestsQuery, REQUEST_PAGE_SIZE, type Ledger } from './requests-query.ts';
import { RequestsTable } from './requests-table.tsx';

const { requests: words } = savingWords;

/** The ledger: every request that Carrel made, a page at a time. */
export function RequestsPart() {
  return (
    <>
      <Link className="back-link" href={formatAddress(settingsAddress())}>
        <ArrowLeft aria-hidden size={16} strokeWidth={1.75} />
        {words.back}
      </Link>
      <h1>{words.heading}</h1>
      <p className="requests-intro">{words.intro}</p>
      <Requests />
    </>
  );
}

function Requests() {
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery({ ...requestsQuery(search, page), placeholderData: keepPreviousData });
  if (error && !data) return <FailureMessage error={error} onRetry={() => void refetch()} />;
  if (!data) return <div aria-busy className="skeleton skeleton-card" />;
  if (data.total === 0 && search === '') {
    return (
      <StateMessage icon={Globe} title={words.none}>
        <p>{words.noneHint}</p>
      </StateMessage>
    );
  }
  return (
    <>
      <div className="report-tools requests-tools">
        <NarrowingField
          label={words.search}
          search={search}
          found={words.found(data.total)}
          onSearch={(text) => {
            setSearch(text);
            setPage(0);
          }}
        />
        <ClearButton />
      </div>
      <p className="requests-sum faint">{words.sum(data.total, formatBytes(data.bytes))}</p>
      <RequestPage data={data} page={page} onPage={setPage} />
    </>
  );
}

function RequestPage({ data, page, onPage }: { readonly data: Ledger; readonly page: number; readonly onPage: (page: number) => void }) {
  if (data.total === 0) return <p className="report-empty">{words.nothing}</p>;
  return (
    <>
      <RequestsTable requests={data.requests} />
      <Pager label={words.pages} page={page} pageSize={REQUEST_PAGE_SIZE} total={data.total} onPage={onPage} />
    </>
  );
}

function ClearButton() {
  const [asking, setAsking] = useState(false);

  async function clear(): Promise<void> {
    try {
      const { cleared } = await valueOf(library['ledger.clear']({}));
      showToast(words.cleared(cleared));
    } catch (error) {
      showToast(failureWords(error));
    }
    void queryClient.invalidateQueries({ queryKey: ['ledger'] });
  }

  return (
    <>
      <Button icon={Trash2} onClick={() => setAsking(true)}>
        {words.clear}
      </Button>
      {asking && (
        <ConfirmDialog
          title={words.clearTitle}
          keep={words.keep}
          confirm={words.clear}
          onAnswer={(confirmed) => {
            setAsking(false);
            if (confirmed) void clear();
          }}
        >
          <p>{words.clearAsk}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
