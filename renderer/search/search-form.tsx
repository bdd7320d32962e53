import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type HTMLAttributes } from 'react';
import { flushSync } from 'react-dom';
import { EMPTY_FORM, FORM_LIMITS, readForm, writeQuery, type SearchForm as Form } from '../../main/contract/search-form.ts';
import { words } from '../app/words.ts';
import { ALL_LABELS, labelsQuery } from '../navigation/use-labels.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface SearchFormProps {
  /** What is searched for now: the form begins with it where it can say the same. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly onClose: () => void;
}

/** A search for those who type no operators. The query that it writes is shown as it comes to be. */
export function SearchForm({ query, onSearch, onClose }: SearchFormProps) {
  const [form, setForm] = useState<Form>(() => readForm(query) ?? EMPTY_FORM);
  const written = writeQuery(form);
  const change = (part: Partial<Form>) => setForm((current) => ({ ...current, ...part }));
  const say = words.searchBox.form;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (written === '') return;
    // The dialog gives the focus back first.
    flushSync(onClose);
    onSearch(written);
  }

  return (
    <Dialog title={say.title} onClose={onClose}>
      <form className="search-form" onSubmit={submit}>
        <TextRow label={say.all} value={form.all} most={FORM_LIMITS.words} first onChange={(all) => change({ all })} />
        <TextRow label={say.phrase} value={form.phrase} most={FORM_LIMITS.phrase} onChange={(phrase) => change({ phrase })} />
        <TextRow label={say.any} value={form.any} most={FORM_LIMITS.words} onChange={(any) => change({ any })} />
        <TextRow label={say.none} value={form.none} most={FORM_LIMITS.words} onChange={(none) => change({ none })} />
        <TextRow label={say.near} value={form.near} most={FORM_LIMITS.near} onChange={(near) => change({ near })} />
        <label className="search-form-row">
          <span>{say.distance}</span>
          <input type="number" className="search-form-field search-form-number" min={1} max={FORM_LIMITS.distance} value={form.distance} onChange={(event) => change({ distance: event.target.valueAsNumber || 1 })} />
        </label>
        <label className="search-form-row">
          <span>{say.from}</span>
          <input type="date" className="search-form-field search-form-date" max="9999-12-31" value={form.from} onChange={(event) => change({ from: event.target.value })} />
        </label>
        <label className="search-form-row">
          <span>{say.to}</span>
          <input type="date" className="search-form-field search-form-date" max="9999-12-31" value={form.to} onChange={(event) => change({ to: event.target.value })} />
        </label>
        <SiteRow value={form.site} onChange={(site) => change({ site })} />
        <p className="search-form-written">
          <span className="faint">{say.written}</span> <output aria-label={say.written}>{written === '' ? say.nothing : <code>{written}</code>}</output>
        </p>
        <div className="dialog-actions">
          <Button onClick={() => setForm(EMPTY_FORM)}>{say.empty}</Button>
          <Button look="primary" type="submit" disabled={written === ''}>
            {say.search}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface TextRowProps {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly first?: boolean;
  readonly list?: string;
  readonly onChange: (value: string) => void;
}

function TextRow({ label, value, most, first = false, list, onChange }: TextRowProps) {
  const focus: HTMLAttributes<HTMLInputElement> & { readonly 'data-first-focus'?: boolean } = first ? { 'data-first-focus': true } : {};
  return (
    <label className="search-form-row">
      <span>{label}</span>
      <input type="text" dir="auto" className="search-form-field" autoComplete="off" spellCheck={false} maxLength={most} value={value} list={list} onChange={(event) => onChange(event.target.value)} {...focus} />
    </label>
  );
}

function SiteRow({ value, onChange }: Pick<TextRowProps, 'value' | 'onChange'>) {
  const listId = useId();
  const { data } = useQuery(labelsQuery(ALL_LABELS));
  return (
    <>
      <TextRow label={words.searchBox.form.site} value={value} most={FORM_LIMITS.site} list={listId} onChange={onChange} />
      <datalist id={listId}>
        {data?.sites.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
