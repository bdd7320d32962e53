import { ExternalLink, RotateCw, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { ReportEntry } from '../../main/contract/imports.ts';
import { errorWords } from '../app/error-words.ts';
import { savingWords } from '../app/saving-words.ts';
import { words } from '../app/words.ts';
import { addressToOpen } from '../reading/link-target.ts';
import { changeSettings, currentSettings, useSettings } from '../settings/settings-query.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { hostOf, isPageAddress, shortAddress } from './short-address.ts';

type Failed = Extract<ReportEntry, { list: 'failed' }>;

interface FailedPageProps {
  readonly entry: Failed;
  /** Null where it cannot be tried again. */
  readonly onRetry: (() => void) | null;
}

/** A page that was not saved: which, why, and what can be done about that. */
export function FailedPage({ entry, onRetry }: FailedPageProps) {
  const { title, action } = errorWords[entry.code];
  const page = pageOf(entry);
  const name = shortAddress(page);
  const address = addressToOpen(page);
  return (
    <>
      <p className="report-name" title={page} dir="auto">
        {name}
      </p>
      <p className="report-reason">{title}</p>
      <p className="report-detail">
        {entry.message}
        {entry.code !== 'private-address' && ` ${action}`}
      </p>
      <div className="report-entry-actions">
        {onRetry && <RetryButton entry={entry} page={page} onRetry={onRetry} />}
        {address && (
          <a className="button button-quiet" href={address} target="_blank" rel="noopener noreferrer" aria-label={savingWords.openPage(name)}>
            <ExternalLink aria-hidden size={16} strokeWidth={1.75} />
            <span>{savingWords.openInBrowser}</span>
          </a>
        )}
      </div>
    </>
  );
}

/** Of a feed, the entry that is concerned. */
function pageOf({ source, item }: Failed): string {
  return item !== undefined && isPageAddress(item) ? item : source;
}

/** What is no address stays none, however often it is tried. */
function RetryButton({ entry: { code, message }, page, onRetry }: { readonly entry: Failed; readonly page: string; readonly onRetry: () => void }) {
  const { allowedHosts } = useSettings();
  const host = hostOf(page);
  if (code === 'bad-address') return null;
  // The page may lead on to another host, which is then the one that the message names.
  if (code === 'private-address' && host && message.includes(host) && !allowedHosts.includes(host)) return <AllowButton host={host} onAllowed={onRetry} />;
  return (
    <Button look="quiet" icon={RotateCw} aria-label={words.import.retryEntry(shortAddress(page))} onClick={onRetry}>
      {words.import.retryOne}
    </Button>
  );
}

function AllowButton({ host, onAllowed }: { readonly host: string; readonly onAllowed: () => void }) {
  const [asking, setAsking] = useState(false);

  async function allow(): Promise<void> {
    const { allowedHosts } = currentSettings();
    await changeSettings({ allowedHosts: [...allowedHosts.filter((one) => one !== host), host] });
    onAllowed();
  }

  return (
    <>
      <Button look="quiet" icon={ShieldCheck} onClick={() => setAsking(true)}>
        {savingWords.allow(host)}
      </Button>
      {asking && (
        <ConfirmDialog
          title={savingWords.allowTitle(host)}
          keep={words.cancel}
          confirm={savingWords.allowConfirm(host)}
          onAnswer={(confirmed) => {
            setAsking(false);
            if (confirmed) void allow();
          }}
        >
          <p>{savingWords.allowAsk(host)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
