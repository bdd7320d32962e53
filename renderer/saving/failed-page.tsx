import { BookmarkPlus, ExternalLink, RotateCw } from 'lucide-react';
import type { ErrorCode } from '../../main/contract/errors.ts';
import type { ReportEntry } from '../../main/contract/imports.ts';
import { errorWords } from '../app/error-words.ts';
import { savingWords } from '../app/saving-words.ts';
import { words } from '../app/words.ts';
import { addressToOpen } from '../reading/link-target.ts';
import { useSettings } from '../settings/settings-query.ts';
import { Button } from '../ui/button.tsx';
import { AllowButton, hostToAllow } from './allow-button.tsx';
import { keepPages } from './save-pages.ts';
import { isPageAddress, shortAddress } from './short-address.ts';

type Failed = Extract<ReportEntry, { list: 'failed' }>;

/** What may be otherwise another day. */
const LATER: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['site-unreachable', 'site-failed', 'site-refused', 'timed-out', 'page-missing', 'login-needed', 'private-address', 'cancelled', 'interrupted', 'disk-full']);

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
        {address && LATER.has(entry.code) && entry.unfetched === undefined && (
          <Button look="quiet" icon={BookmarkPlus} aria-label={savingWords.unfetched.keepPage(name)} onClick={() => void keepPages([address])}>
            {savingWords.unfetched.keepOne}
          </Button>
        )}
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
function RetryButton({ entry, page, onRetry }: { readonly entry: Failed; readonly page: string; readonly onRetry: () => void }) {
  const { allowedHosts } = useSettings();
  const host = hostToAllow(entry, page, allowedHosts);
  if (entry.code === 'bad-address') return null;
  if (host) return <AllowButton host={host} onAllowed={onRetry} />;
  return (
    <Button look="quiet" icon={RotateCw} aria-label={words.import.retryEntry(shortAddress(page))} onClick={onRetry}>
      {words.import.retryOne}
    </Button>
  );
}
