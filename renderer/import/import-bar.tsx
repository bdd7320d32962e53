import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatAddress, importAddress } from '../app/address.ts';
import { words } from '../app/words.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { importsQuery, isRunning } from './import-queries.ts';

/** The newest running import at the foot of every place but the import's own. */
export function ImportBar() {
  const { data: imports = [] } = useQuery(importsQuery);
  const running = imports.filter(isRunning);
  const [newest] = running;
  if (!newest) return null;
  const count = newest.found > 0 ? words.import.done(newest.done, newest.found) : words.import.states[newest.state];
  const address = running.length === 1 ? importAddress(newest.id) : importAddress();
  return (
    <aside className="import-bar" data-pane="import-bar" tabIndex={-1} aria-label={words.import.running}>
      <span className="import-bar-label" dir="auto">
        {running.length === 1 ? newest.label : words.navigation.running(running.length)}
      </span>
      <ProgressBar
        label={words.import.progress(newest.label)}
        value={newest.done}
        max={newest.state === 'running' && newest.found > 0 ? newest.found : null}
        text={count}
      />
      <span className="import-bar-count">{count}</span>
      <Link href={formatAddress(address)}>{words.import.showReport}</Link>
    </aside>
  );
}
