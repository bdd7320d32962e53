import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore, type ComponentProps, type FormEvent } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { CollectionPath, Tag } from '../../main/contract/labels.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { MOST_IDS } from '../../main/contract/articles.ts';
import { library, valueOf } from '../app/library-client.ts';
import { words } from '../app/words.ts';
import { ALL_LABELS, labelsQuery } from '../navigation/use-labels.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { failureWords, labelArticles, type OwnLabel } from './article-actions.ts';
import { labelRequest, type Targets } from './label-request.ts';
import { suggestLabels } from './suggest-labels.ts';

/** The dialog of tags or collections, whenever it is asked for. */
export function LabelDialogs() {
  const request = useSyncExternalStore(labelRequest.subscribe, labelRequest.get);
  // Who leaves the place leaves the dialog: it must not wait for them to come back.
  useEffect(() => () => labelRequest.set(null), []);
  if (!request) return null;
  return <LabelDialog key={request.number} number={request.number} kind={request.kind} targets={request} onClose={() => labelRequest.set(null)} />;
}

interface LabelDialogProps {
  readonly kind: OwnLabel;
  readonly number: number;
  readonly targets: Targets;
  readonly onClose: () => void;
}

/** What some articles are sorted under: found or made by typing, taken off by a button. Each change is made at once. */
function LabelDialog({ kind, number, targets, onClose }: LabelDialogProps) {
  const { ids, title } = targets;
  const [problem, setProblem] = useState<string | null>(null);
  const had = useQuery({ queryKey: ['articles', 'labels-of', number], queryFn: () => labelsOf(ids), gcTime: 0 });
  const current = had.data ? (kind === 'tag' ? had.data.tags : had.data.collections) : [];
  const of = ids.length === 1 && title !== null ? words.labels.quoted(title) : words.articles(ids.length);

  async function change(name: string, on: boolean): Promise<boolean> {
    setProblem(null);
    try {
      await labelArticles(ids, kind, name, on);
      return true;
    } catch (error) {
      setProblem(failureWords(error));
      return false;
    }
  }

  async function add(typed: string): Promise<boolean> {
    const read = (kind === 'tag' ? Tag : CollectionPath).safeParse(typed);
    if (read.success) return await change(read.data, true);
    setProblem(read.error.issues[0]?.message ?? null);
    return false;
  }

  return (
    <Dialog title={words.labels.title[kind](of)} onClose={onClose}>
      <NameField kind={kind} taken={new Set(current.map(({ name }) => name))} onAdd={add} />
      <p role="alert" className="label-problem">
        {problem ?? (had.isError ? words.labels.failed : null)}
      </p>
      <CurrentLabels kind={kind} labels={current} all={ids.length} known={had.data !== undefined} onChange={change} />
      <div className="dialog-actions">
        <Button look="primary" onClick={onClose}>
          {words.labels.done}
        </Button>
      </div>
    </Dialog>
  );
}

interface CurrentLabelsProps {
  readonly kind: OwnLabel;
  readonly labels: readonly { readonly name: string; readonly count: number }[];
  /** How many articles there are; a label that fewer have can be given to the others. */
  readonly all: number;
  readonly known: boolean;
  readonly onChange: (name: string, on: boolean) => Promise<boolean>;
}

function CurrentLabels({ kind, labels, all, known, onChange }: CurrentLabelsProps) {
  if (known && labels.length === 0) return <p className="faint current-labels">{words.labels.none[kind]}</p>;
  return (
    <ul className="current-labels" aria-label={words.labels.has[kind]}>
      {labels.map(({ name, count }) => (
        <li key={name} className="current-label" data-some={count < all ? '' : undefined}>
          <span dir="auto" className="current-label-name">
            {name}
          </span>
          {count < all && (
            <>
              <span className="faint">{words.labels.some(count, all)}</span>
              <PassingButton icon={Check} label={words.labels.giveAll(name)} onClick={() => void onChange(name, true)} />
            </>
          )}
          <PassingButton icon={X} label={words.labels.remove(name)} onClick={() => void onChange(name, false)} />
        </li>
      ))}
    </ul>
  );
}

/** A button that goes away once it has done its work. The focus then goes to the field. */
function PassingButton(props: ComponentProps<typeof IconButton>) {
  const element = useRef<HTMLButtonElement>(null);
  useFocusKept(element, () => document.querySelector<HTMLElement>('dialog[open] [data-first-focus]')?.focus());
  return <IconButton ref={element} {...props} />;
}

interface NameFieldProps {
  readonly kind: OwnLabel;
  /** Names that stand below with buttons of their own. */
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (name: string) => Promise<boolean>;
}

function NameField({ kind, taken, onAdd }: NameFieldProps) {
  const [typed, setTyped] = useState('');
  const { data } = useQuery(labelsQuery(ALL_LABELS));
  const known = data ? (kind === 'tag' ? data.tags.map(({ name }) => name) : data.collections.map(({ path }) => path)) : [];
  const suggestions = suggestLabels(known, typed, taken);

  /** The field is free for the next name at once; a name that was not taken comes back, unless that has been begun. */
  async function add(name: string): Promise<void> {
    if (name.trim() === '') return;
    setTyped('');
    if (!(await onAdd(name))) setTyped((now) => (now === '' ? name : now));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void add(typed);
  }

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
      <form className="label-form" onSubmit={submit}>
        <TextField aria-label={words.labels.field[kind]} className="label-field">
          <Input data-first-focus className="label-input" placeholder={words.labels.field[kind]} autoComplete="off" />
        </TextField>
        <Button type="submit" disabled={typed.trim() === ''}>
          {words.labels.add}
        </Button>
      </form>
      <p className="faint label-hint">{words.labels.hint[kind]}</p>
      <ListBox
        aria-label={words.labels.list[kind]}
        className="label-suggestions"
        items={suggestions.map((name) => ({ id: name }))}
        selectionMode="none"
        onAction={(key) => void add(String(key))}
      >
        {({ id }) => (
          <ListBoxItem id={id} textValue={id} className="label-suggestion">
            <span dir="auto">{id}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}

async function labelsOf(ids: readonly ArticleId[]) {
  return await valueOf(library['articles.labels']({ ids: ids.slice(0, MOST_IDS) }));
}
