import { useMutation, useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { formatBytes, formatNumber, formatPublished } from '../app/format.ts';
import { library, valueOf } from '../app/library-client.ts';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';

/** Where the library lies, what it holds, and the proof that all of it is there. */
export function LibrarySection() {
  return (
    <section aria-labelledby="settings-library">
      <h2 id="settings-library">{words.settings.library}</h2>
      <LibraryFacts />
      <LibraryCheck />
    </section>
  );
}

function LibraryFacts() {
  const about = useQuery({ queryKey: ['about'], queryFn: () => valueOf(library['library.about']({})) });
  // Sums over all articles: asked for anew when the place is opened, not with every change.
  const stats = useQuery({ queryKey: ['stats'], queryFn: () => valueOf(library['library.stats']({})), staleTime: 0 });
  const error = about.error ?? stats.error;
  if (error) return <FailureMessage error={error} onRetry={() => void Promise.all([about.refetch(), stats.refetch()])} />;
  const { first, last } = stats.data?.published ?? {};
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.settings.folder, about.data?.folder],
    [words.settings.articles, stats.data && formatNumber(stats.data.articles)],
    [words.settings.wordsInAll, stats.data && formatNumber(stats.data.words)],
    [words.settings.published, stats.data && (first && last ? words.settings.fromTo(formatPublished(first, 'short'), formatPublished(last, 'short')) : words.settings.unknown)],
    [words.settings.size, stats.data && formatBytes(stats.data.bytes)],
    [words.settings.version, about.data?.version],
  ];
  return (
    <dl className="facts" aria-busy={about.isPending || stats.isPending}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <span aria-hidden className="skeleton skeleton-fact" />}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Reads the whole library: minutes for a large one, during which everything else goes on. */
function LibraryCheck() {
  const check = useMutation({ mutationFn: () => valueOf(library['library.verify']({})) });
  return (
    <div className="library-check">
      <p>{words.settings.checkHint}</p>
      <Button icon={ShieldCheck} disabled={check.isPending} onClick={() => check.mutate()}>
        {check.isPending ? words.settings.checking : words.settings.check}
      </Button>
      <div role="status">
        {check.data?.ok && <p>{words.settings.sound(check.data.articles)}</p>}
        {check.data && !check.data.ok && (
          <>
            <p>{words.settings.problems(check.data.problems.length)}</p>
            <ul className="problems">
              {check.data.problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
                <li key={`${problem.kind} ${problem.id ?? ''} ${problem.detail}`}>{problem.detail}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {check.error && <FailureMessage error={check.error} onRetry={() => check.mutate()} />}
    </div>
  );
}

/** Past these nobody reads on: they have one cause. */
const PROBLEMS_SHOWN = 20;
