import { words } from '../app/words.ts';
import { ImportButtons } from '../import/import-buttons.tsx';

/** An empty library: what this is, and how to begin. */
export function FirstRun() {
  return (
    <main className="wide-pane first-run" data-pane="main" tabIndex={-1}>
      <div className="first-run-card">
        <h1>{words.firstRun.title}</h1>
        <p className="first-run-intro">{words.firstRun.intro}</p>
        <p>{words.firstRun.drop}</p>
        <ImportButtons offerSamples />
        <p className="faint">{words.import.formats}</p>
      </div>
    </main>
  );
}
