import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, useSyncExternalStore, type FormEvent } from 'react';
import { MOST_IDS } from '../../main/contract/articles.ts';
import { FactName } from '../../main/contract/facts.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { detailsWords } from '../app/details-words.ts';
import { library, valueOf } from '../app/library-client.ts';
import { words } from '../app/words.ts';
import { correctArticles, failureWords } from '../library/article-actions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { detailsRequest, type DetailsRequest } from './details-request.ts';
import { FactField } from './fact-field.tsx';
import { readChanges, type Problems, type Summaries, type Typed } from './fact-changes.ts';

/** The dialog of details, whenever it is asked for. */
export function DetailsDialogs() {
  const request = useSyncExternalStore(detailsRequest.subscribe, detailsRequest.get);
  // Who leaves the place leaves the dialog: it must not wait for them to come back.
  useEffect(() => () => detailsRequest.set(null), []);
  return request && <DetailsDialog key={request.number} request={request} onClose={() => detailsRequest.set(null)} />;
}

/** Title and address are each article's own. */
const FIELDS_OF_MANY: readonly FactName[] = ['site', 'byline', 'published', 'language'];

/** What is known of one article, or of many, how surely, and the way to correct it. */
function DetailsDialog({ request, onClose }: { readonly request: DetailsRequest; readonly onClose: () => void }) {
  const { ids, title, number } = request;
  const known = useQuery({ queryKey: ['articles', 'facts-of', number], queryFn: () => factsOf(ids), gcTime: 0 });
  const of = ids.length === 1 && title !== null ? detailsWords.quoted(title) : words.articles(ids.length);
  return (
    <Dialog title={detailsWords.title(of)} onClose={onClose}>
      {known.data ? (
        <DetailsForm request={request} summaries={known.data} onClose={onClose} />
      ) : known.isError ? (
        <p role="alert">{detailsWords.failed}</p>
      ) : (
        <p role="status">{detailsWords.reading}</p>
      )}
    </Dialog>
  );
}

interface DetailsFormProps {
  readonly request: DetailsRequest;
  readonly summaries: Summaries;
  readonly onClose: () => void;
}

function DetailsForm({ request: { ids, field }, summaries, onClose }: DetailsFormProps) {
  const [stood] = useState(summaries);
  const [typed, setTyped] = useState<Typed>({});
  const [confirmed, setConfirmed] = useState<ReadonlySet<FactName>>(new Set());
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const fields = ids.length === 1 ? FactName.options : FIELDS_OF_MANY;
  const first = field !== null && fields.includes(field) ? field : fields[0];

  // The dialog was open before what is known was there to be shown.
  useEffect(() => focusField(form.current, first), [first]);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (saving) return;
    const changes = readChanges(stood, typed, confirmed);
    if (changes === null) return onClose();
    setFailure(null);
    setProblems('problems' in changes ? changes.problems : {});
    if ('problems' in changes) return focusField(form.current, fields.find((name) => changes.problems[name] !== undefined));
    setSaving(true);
    try {
      await correctArticles(ids, changes.facts);
      onClose();
    } catch (error) {
      setFailure(failureWords(error));
      setSaving(false);
    }
  }

  return (
    <form ref={form} className="details-form" noValidate onSubmit={(event) => void save(event)}>
      {ids.length > 1 && <p className="faint details-many">{detailsWords.forMany}</p>}
      {fields.map((name) => (
        <FactField
          key={name}
          id={`${id}-${name}`}
          name={name}
          summary={stood[name]}
          all={ids.length}
          typed={typed[name]}
          confirmed={confirmed.has(name)}
          problem={problems[name]}
          onType={(text) => setTyped({ ...typed, [name]: text })}
          onConfirm={() => {
            setConfirmed(new Set([...confirmed, name]));
            focusField(form.current, name);
          }}
        />
      ))}
      <p role="alert" className="details-problem">
        {failure}
      </p>
      <div className="dialog-actions">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="submit" look="primary" aria-disabled={saving}>
          {detailsWords.save}
        </Button>
      </div>
    </form>
  );
}

/** With the text selected: who corrects it mostly types it anew. */
function focusField(form: HTMLFormElement | null, name: FactName | undefined): void {
  const input = name === undefined ? null : form?.querySelector<HTMLInputElement>(`input[data-fact=${name}]`);
  input?.focus();
  input?.select();
}

async function factsOf(ids: readonly ArticleId[]): Promise<Summaries> {
  return await valueOf(library['articles.facts']({ ids: ids.slice(0, MOST_IDS) }));
}
