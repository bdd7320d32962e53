import { useQuery } from '@tanstack/react-query';
import { Download, FileStack } from 'lucide-react';
import { useId } from 'react';
import type { ImportId } from '../../main/contract/ids.ts';
import type { ImportProgress } from '../../main/contract/imports.ts';
import { searchAddress } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { savingWords } from '../app/saving-words.ts';
import { useAddress } from '../app/use-address.ts';
import { words } from '../app/words.ts';
import { DetailsDialogs } from '../details/details-dialog.tsx';
import { useCounts } from '../library/use-counts.ts';
import { SaveForm } from '../saving/save-form.tsx';
import { ImportChoices } from '../settings/import-choices.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { ImportButtons } from './import-buttons.tsx';
import { ImportCard } from './import-card.tsx';
import { importsQuery, isRunning } from './import-queries.ts';
import { ImportReport } from './import-report.tsx';
import { WatchedFolders } from './watched-folders.tsx';

/** Everything about importing: beginning one, watching it, reading its report. */
export function ImportPlace({ importId }: { readonly importId: ImportId | null }) {
  const [, go] = useAddress();
  // There is no search box here: the search begins by going to it.
  useCommand('search', () => go(searchAddress('')));
  return (
    <main className="wide-pane" data-pane="main" tabIndex={-1}>
      <DetailsDialogs />
      <div className="wide-column">{importId ? <ImportReport key={importId} importId={importId} /> : <ImportStart />}</div>
    </main>
  );
}

function ImportStart() {
  const counts = useCounts();
  return (
    <>
      <h1>{words.import.heading}</h1>
      <section className="drop-area" aria-label={words.import.dropArea}>
        <Download aria-hidden size={32} strokeWidth={1.25} />
        <p className="drop-area-intro">{words.import.intro}</p>
        <ImportButtons offerSamples={counts.data?.articles === 0} />
        <p className="faint">{words.import.formats}</p>
      </section>
      <details className="import-choices">
        <summary>{words.import.choices}</summary>
        <ImportChoices />
      </details>
      <SaveSection />
      <RunningImports />
      <WatchedFolders />
      <EarlierImports />
    </>
  );
}

function SaveSection() {
  const headingId = useId();
  return (
    <section className="import-list" aria-labelledby={headingId}>
      <h2 id={headingId}>{savingWords.addresses}</h2>
      <SaveForm rows={3} />
    </section>
  );
}

/** Near the top: whoever begins one looks for it. */
function RunningImports() {
  const { data: imports = [] } = useQuery(importsQuery);
  return <ImportList heading={words.import.running} imports={imports.filter(isRunning)} />;
}

function EarlierImports() {
  const { data: imports, error, refetch } = useQuery(importsQuery);
  if (error && !imports) return <FailureMessage error={error} onRetry={() => void refetch()} />;
  if (!imports) return <div aria-busy className="skeleton skeleton-card" />;
  if (imports.length === 0) {
    return (
      <StateMessage icon={FileStack} title={words.import.none}>
        <p>{words.import.noneHint}</p>
      </StateMessage>
    );
  }
  return <ImportList heading={words.import.earlier} imports={imports.filter((one) => !isRunning(one))} />;
}

function ImportList({ heading, imports }: { readonly heading: string; readonly imports: readonly ImportProgress[] }) {
  if (imports.length === 0) return null;
  return (
    <section className="import-list">
      <h2>{heading}</h2>
      <ul>
        {imports.map((progress) => (
          <ImportCard key={progress.id} progress={progress} />
        ))}
      </ul>
    </section>
  );
}
