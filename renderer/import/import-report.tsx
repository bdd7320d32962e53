import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ImportId } from '../../main/contract/ids.ts';
import { ImportList, type ImportProgress } from '../../main/contract/imports.ts';
import { formatAddress, importAddress } from '../app/address.ts';
import { errorWords } from '../app/error-words.ts';
import { fileNameOf, formatNumber } from '../app/format.ts';
import { dismissToastsAbout } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { SavingSteps } from '../saving/saving-steps.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { ImportError } from './import-card.tsx';
import { ImportControls } from './import-controls.tsx';
import { ImportMeter } from './import-meter.tsx';
import { importQuery, isRunning } from './import-queries.ts';
import { ReportActions } from './report-actions.tsx';
import { ReportList } from './report-list.tsx';
import { stateWords } from './state-words.ts';
import { useUpload, type NotSent } from './uploads.ts';

/** Where every item of one import came out. */
export function ImportReport({ importId }: { readonly importId: ImportId }) {
  const { data: progress, error, refetch } = useQuery(importQuery(importId));
  useEffect(() => dismissToastsAbout(importId), [importId]);
  return (
    <>
      <Link className="back-link" href={formatAddress(importAddress())}>
        <ArrowLeft aria-hidden size={16} strokeWidth={1.75} />
        {words.import.allImports}
      </Link>
      {progress ? (
        <Report progress={progress} />
      ) : error ? (
        <FailureMessage error={error} level={1} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy className="skeleton skeleton-card" />
      )}
    </>
  );
}

function Report({ progress }: { readonly progress: ImportProgress }) {
  const { id, label, counts } = progress;
  const upload = useUpload(id);
  const [chosen, setChosen] = useState<ImportList | null>(null);
  // What failed is what the user came for; until something is chosen, the report follows what happens.
  const list = chosen ?? (counts.failed > 0 ? 'failed' : 'imported');
  return (
    <>
      <div className="report-head">
        <h1 dir="auto">{label}</h1>
        <ImportControls progress={progress} />
      </div>
      <p className="report-state">{stateWords(progress)}</p>
      {progress.state === 'interrupted' && progress.origin === 'upload' && <p className="report-state">{words.import.handOverAgain}</p>}
      {isRunning(progress) && <ImportMeter progress={progress} />}
      {isRunning(progress) && <SavingSteps steps={progress.saving} />}
      {progress.error && <ImportError error={progress.error} />}
      {upload && <NotSentFiles files={upload.notSent} />}
      {!isRunning(progress) && <ReportActions progress={progress} />}
      <div className="report-lists" role="group" aria-label={words.import.listsLabel}>
        {ImportList.options.map((name) => (
          <button key={name} type="button" aria-pressed={name === list} onClick={() => setChosen(name)}>
            <span>{words.import.lists[name]}</span> <span className="report-count">{formatNumber(counts[name])}</span>
          </button>
        ))}
      </div>
      <ReportList key={list} progress={progress} list={list} />
    </>
  );
}

/** Files named here at most; a folder that was taken away can hold thousands. */
const MOST_NAMED = 50;

/** What never reached the library and so is in none of its lists. */
function NotSentFiles({ files }: { readonly files: readonly NotSent[] }) {
  if (files.length === 0) return null;
  return (
    <section className="not-sent" role="alert">
      <h2>{words.import.notSentTitle(files.length)}</h2>
      <p>{words.import.notSent}</p>
      <ul>
        {files.slice(0, MOST_NAMED).map(({ path, code }) => (
          <li key={path} title={path}>
            <strong dir="auto">{fileNameOf(path)}</strong> – {errorWords[code].title}. {errorWords[code].action}
          </li>
        ))}
      </ul>
      {files.length > MOST_NAMED && <p>{words.import.notSentMore(files.length - MOST_NAMED)}</p>}
    </section>
  );
}
