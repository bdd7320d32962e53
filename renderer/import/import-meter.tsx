import type { ImportProgress } from '../../main/contract/imports.ts';
import { savingWords } from '../app/saving-words.ts';
import { words } from '../app/words.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { estimateImport } from './estimate.ts';
import { useUpload } from './uploads.ts';

/** How far a running import is: a bar, the count, the rate and the time left. */
export function ImportMeter({ progress }: { readonly progress: ImportProgress }) {
  const upload = useUpload(progress.id);
  const { perSecond, secondsLeft } = estimateImport(progress);
  const endKnown = progress.state !== 'receiving' && progress.found > 0;
  // Nothing is counted before all files are handed over: "0 of 0" would say nothing.
  const count = progress.found > 0 ? words.import.done(progress.done, progress.found) : null;
  return (
    <div className="import-meter">
      <ProgressBar
        label={words.import.progress(progress.label)}
        value={progress.done}
        max={endKnown ? progress.found : null}
        text={count ?? words.import.states[progress.state]}
      />
      <p className="import-meter-facts">
        {count !== null && <span>{count}</span>}
        {perSecond !== null && <span>{perSecond < 1 ? savingWords.perMinute(perSecond * 60) : words.import.rate(perSecond)}</span>}
        {secondsLeft !== null && <span>{words.import.left(secondsLeft)}</span>}
        {upload?.state === 'sending' && <span>{words.import.uploading(upload.sent)}</span>}
      </p>
    </div>
  );
}
