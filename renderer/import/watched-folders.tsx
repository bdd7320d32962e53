import { useMutation, useQuery } from '@tanstack/react-query';
import { FolderSync } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { WatchedFolder } from '../../main/contract/watched.ts';
import { formatAddress, importAddress } from '../app/address.ts';
import { fileNameOf } from '../app/format.ts';
import { hostBridge } from '../app/host-bridge.ts';
import { library, valueOf } from '../app/library-client.ts';
import { watchedWords as words } from '../app/watched-words.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { watchedQuery } from './import-queries.ts';

/** The folders whose files are imported by themselves: which, how they stand, and what can be done with them. */
export function WatchedFolders() {
  const headingId = useId();
  const { data: folders, error, refetch } = useQuery(watchedQuery);
  return (
    <section className="import-list watched-folders" aria-labelledby={headingId}>
      <h2 id={headingId}>{words.heading}</h2>
      <p className="faint">{words.hint}</p>
      {error && !folders && <FailureMessage error={error} onRetry={() => void refetch()} />}
      {folders && folders.length > 0 && (
        <ul>
          {folders.map((folder) => (
            <FolderCard key={folder.id} folder={folder} />
          ))}
        </ul>
      )}
      {hostBridge ? (
        <ChooseFolder />
      ) : (
        <p className="faint">
          {words.inBrowser} <code>{words.command}</code>
        </p>
      )}
    </section>
  );
}

/** In a desktop: by the system's dialog. The window itself names no folder, and learns of one only from the library. */
function ChooseFolder() {
  const choose = useMutation({ mutationFn: () => valueOf(library['watched.choose']({})) });
  return (
    <>
      <Button icon={FolderSync} disabled={choose.isPending} onClick={() => choose.mutate()}>
        {words.choose}
      </Button>
      <Failure error={choose.error} />
    </>
  );
}

function FolderCard({ folder }: { readonly folder: WatchedFolder }) {
  const { path, state, taken, waiting, lastTakenAt, lastImport, error } = folder;
  const name = fileNameOf(path);
  return (
    <li className="import-card">
      <div className="import-card-head">
        <h3 dir="auto" title={path}>
          {name}
        </h3>
        {lastImport && (
          <Link href={formatAddress(importAddress(lastImport))} aria-label={words.reportOf(name)}>
            {words.report}
          </Link>
        )}
      </div>
      <p className="watched-path" dir="auto">
        {path}
      </p>
      <p className="import-card-facts" role="status">
        <span className={state === 'gone' || state === 'unreadable' ? 'is-failed' : undefined}>{words.states[state]}</span>
        <span>{words.taken(taken)}</span>
        {lastTakenAt && <span>{words.lastTaken(lastTakenAt)}</span>}
        {waiting > 0 && <span>{words.waiting(waiting)}</span>}
      </p>
      {error && (
        <p className="import-error" role="alert">
          {words.error} {error.message}
        </p>
      )}
      <FolderButtons folder={folder} name={name} />
    </li>
  );
}

function FolderButtons({ folder: { id, state }, name }: { readonly folder: WatchedFolder; readonly name: string }) {
  const [asking, setAsking] = useState(false);
  const pause = useMutation({ mutationFn: () => valueOf(library['watched.pause']({ id })) });
  const goOn = useMutation({ mutationFn: () => valueOf(library['watched.continue']({ id })) });
  const stop = useMutation({ mutationFn: () => valueOf(library['watched.remove']({ id })) });
  const isBusy = pause.isPending || goOn.isPending || stop.isPending;
  function answer(confirmed: boolean): void {
    setAsking(false);
    if (confirmed) stop.mutate();
  }
  return (
    <div className="watched-buttons">
      {state === 'paused' ? (
        <Button aria-label={words.continueFolder(name)} disabled={isBusy} onClick={() => goOn.mutate()}>
          {words.continue}
        </Button>
      ) : (
        <Button aria-label={words.pauseFolder(name)} disabled={isBusy} onClick={() => pause.mutate()}>
          {words.pause}
        </Button>
      )}
      <Button look="quiet" aria-label={words.stopFolder(name)} disabled={isBusy} onClick={() => setAsking(true)}>
        {words.stop}
      </Button>
      <Failure error={pause.error ?? goOn.error ?? stop.error} />
      {asking && (
        <ConfirmDialog title={words.askTitle(name)} keep={words.keep} confirm={words.stop} onAnswer={answer}>
          <p>{words.ask}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

/** What the library says is in the words of the case: which folder is watched already, what is not there. */
function Failure({ error }: { readonly error: Error | null }) {
  return error && <p role="alert">{error.message}</p>;
}
