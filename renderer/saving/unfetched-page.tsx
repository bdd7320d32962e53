import { queryOptions, useQuery } from '@tanstack/react-query';
import { CloudDownload, CloudOff, ExternalLink, Globe } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { Article } from '../../main/contract/articles.ts';
import type { OutputOf } from '../../main/contract/define.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ImportProgress, SavingStep } from '../../main/contract/imports.ts';
import type { savingMethods } from '../../main/contract/saving.ts';
import { articleAddress, formatAddress } from '../app/address.ts';
import { errorWords } from '../app/error-words.ts';
import { library, valueOf } from '../app/library-client.ts';
import { focusContentOf } from '../app/panes.ts';
import { savingWords } from '../app/saving-words.ts';
import { importWords } from '../app/import-words.ts';
import { importsQuery, isRunning } from '../import/import-queries.ts';
import { addressToOpen } from '../reading/link-target.ts';
import { useSettings } from '../settings/settings-query.ts';
import { Button } from '../ui/button.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { AllowButton, hostToAllow } from './allow-button.tsx';
import { fetchPages } from './fetch-pages.ts';
import { isAbout } from './save-pages.ts';
import { stageWords } from './saving-steps.tsx';
import { useOnline } from './use-online.ts';

type LastTry = OutputOf<(typeof savingMethods)['saving.lastTry']>['outcome'];

/** What became of an article that is to be fetched. What is said of saving pages makes it old. */
function lastTryQuery(id: ArticleId) {
  return queryOptions({ queryKey: ['tries', id], queryFn: async () => (await valueOf(library['saving.lastTry']({ id }))).outcome });
}

/** In the place of a text whose page is to be fetched: that it is, what became of that, and what can be done. */
export function UnfetchedPage({ article: { id, url, state } }: { readonly article: Article }) {
  const { data: imports = [] } = useQuery(importsQuery);
  const { data: lastTry = null } = useQuery(lastTryQuery(id));
  const online = useOnline();
  const underWay = url === null ? null : findUnderWay(url, imports, lastTry);
  if (underWay) {
    return (
      <StateMessage icon={Globe} title={words.underWay}>
        <p>{stageWords(underWay)}</p>
      </StateMessage>
    );
  }
  const address = url === null ? null : addressToOpen(url);
  return (
    <StateMessage icon={lastTry?.kind === 'failed' ? CloudOff : CloudDownload} title={titleOf(lastTry)} actions={address === null || state.trashed ? undefined : <Actions id={id} address={address} lastTry={lastTry} />}>
      {lastTry?.kind === 'failed' && <FailureText failure={lastTry} />}
      {lastTry?.kind === 'elsewhere' && <p>{words.elsewhere(lastTry.title, lastTry.isPart)}</p>}
      <p>{address === null ? savingWords.noAddress(1) : lastTry?.kind === 'elsewhere' ? words.elsewhereHint : words.hint}</p>
      {!online && <p>{words.offline}</p>}
    </StateMessage>
  );
}

/** What is done for an address just now. Of many that this window has asked for, the library tells only some, and those that wait for their turn not at all. */
function findUnderWay(url: string, imports: readonly ImportProgress[], lastTry: LastTry): SavingStep | undefined {
  const told = imports.flatMap(({ saving }) => saving).find(({ source }) => source === url);
  const isAsked = imports.some((one) => isRunning(one) && one.state !== 'paused' && !one.later && isAbout(one.id, url) && lastTry?.importId !== one.id);
  return told ?? (isAsked ? { source: url, stage: 'waiting', done: 0, total: 0 } : undefined);
}

function titleOf(lastTry: LastTry): string {
  if (lastTry?.kind === 'failed') return errorWords[lastTry.code].title;
  if (lastTry?.kind === 'elsewhere') return lastTry.isPart ? words.feedTitle : words.elsewhereTitle;
  return words.title;
}

function FailureText({ failure: { code, message } }: { readonly failure: Extract<LastTry, { kind: 'failed' }> }) {
  return (
    <p>
      {message}
      {code !== 'private-address' && ` ${errorWords[code].action}`}
    </p>
  );
}

interface ActionsProps {
  readonly id: ArticleId;
  readonly address: string;
  readonly lastTry: LastTry;
}

function Actions({ id, address, lastTry }: ActionsProps) {
  const own = useRef<HTMLDivElement>(null);
  // They go as soon as one of them has been pressed.
  useFocusKept(own, () => focusContentOf('reader'));
  return (
    <div ref={own} className="state-message-actions">
      {lastTry?.kind === 'elsewhere' && (
        <Link href={formatAddress(articleAddress(lastTry.id))} className="button button-primary">
          {words.open(lastTry.title)}
        </Link>
      )}
      <FetchButton id={id} address={address} lastTry={lastTry} />
      <a className="button button-quiet" href={address} target="_blank" rel="noopener noreferrer">
        <ExternalLink aria-hidden size={16} strokeWidth={1.75} />
        <span>{savingWords.openInBrowser}</span>
      </a>
    </div>
  );
}

function FetchButton({ id, address, lastTry }: ActionsProps) {
  const { allowedHosts } = useSettings();
  const host = lastTry?.kind === 'failed' ? hostToAllow(lastTry, address, allowedHosts) : null;
  const fetchIt = () => void fetchPages([id]);
  if (host) return <AllowButton host={host} onAllowed={fetchIt} />;
  return (
    <Button look={lastTry?.kind === 'elsewhere' ? 'quiet' : 'primary'} icon={CloudDownload} onClick={fetchIt}>
      {lastTry ? importWords.retryOne : savingWords.fetch.first.one}
    </Button>
  );
}

const words = savingWords.unfetched;
