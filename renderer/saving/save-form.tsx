import { BookmarkPlus, Globe } from 'lucide-react';
import { useId, useState, type DragEvent } from 'react';
import type { ImportLabels } from '../../main/contract/imports.ts';
import { savingWords as words } from '../app/saving-words.ts';
import { Button } from '../ui/button.tsx';
import { MediaToggle } from './media-toggle.tsx';
import { completeAddresses, findOtherAddresses, readTags } from './name-pages.ts';
import { findAddresses, keepPages, savePages } from './save-pages.ts';
import { useFoundAddresses } from './use-found-addresses.ts';
import { useOnline } from './use-online.ts';

interface SaveFormProps {
  readonly initial?: string;
  /** That all pages get, besides the tags that are typed. */
  readonly labels?: ImportLabels | undefined;
  /** The library has taken them. */
  readonly onSaved?: () => void;
  readonly rows?: number;
}

/** Addresses in whatever text, how many there are, the tags that all of their pages get, and the button that saves them. */
export function SaveForm({ initial = '', labels, onSaved, rows = 5 }: SaveFormProps) {
  const [text, setText] = useState(initial);
  const [tags, setTags] = useState(labels?.tags.join(', ') ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const found = useFoundAddresses(completeAddresses(text)).length;
  const others = findOtherAddresses(text);
  const [other] = others;
  const online = useOnline();
  const id = useId();

  async function submit(take: typeof savePages): Promise<void> {
    const read = readTags(tags);
    setProblem(read.problem);
    if (read.problem !== null) return;
    setSending(true);
    const addresses = await findAddresses(completeAddresses(text));
    const taken = addresses.length > 0 && (await take(addresses, { tags: read.tags, collections: labels?.collections ?? [] }));
    setSending(false);
    if (!taken) return;
    setText('');
    onSaved?.();
  }

  return (
    <form
      className="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(online ? savePages : keepPages);
      }}
    >
      <label htmlFor={id}>{words.field}</label>
      <textarea
        id={id}
        className="paste-field save-addresses"
        rows={rows}
        value={text}
        data-first-focus
        readOnly={sending}
        dir="auto"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onDragOver={holdFile}
        onDragEnter={holdFile}
        onDrop={(event) => void takeFile(event, (more) => setText((now) => (now.trim() === '' ? more : `${now.trimEnd()}\n${more}`)))}
      />
      <p id={`${id}-hint`} className="faint">
        {words.hint}
      </p>
      <p role="status" className="faint save-others">
        {other !== undefined && words.others(other, others.length)}
      </p>
      {!online && <p className="faint">{words.unfetched.keepOffline}</p>}
      {text.trim() !== '' && (
        <>
          <TagsField tags={tags} problem={problem} onChange={setTags} />
          <MediaToggle />
        </>
      )}
      <div className="save-end">
        <p role="status" className="faint">
          {text.trim() !== '' && words.found(found)}
        </p>
        {/* What Enter in a field means is the one that can be done now. */}
        {text.trim() !== '' && (
          <Button type={online ? 'button' : 'submit'} look={online ? 'plain' : 'primary'} icon={BookmarkPlus} disabled={found === 0 || sending} onClick={online ? () => void submit(keepPages) : undefined}>
            {words.unfetched.keep}
          </Button>
        )}
        <Button type={online ? 'submit' : 'button'} look={online ? 'primary' : 'plain'} icon={Globe} disabled={found === 0 || sending} onClick={online ? undefined : () => void submit(savePages)}>
          {words.save(found)}
        </Button>
      </div>
    </form>
  );
}

interface TagsFieldProps {
  readonly tags: string;
  readonly problem: string | null;
  readonly onChange: (tags: string) => void;
}

function TagsField({ tags, problem, onChange }: TagsFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words.tags}</label>
      <input id={id} className="label-input" autoComplete="off" value={tags} aria-invalid={problem !== null} aria-describedby={`${id}-problem`} onChange={(event) => onChange(event.target.value)} />
      <p id={`${id}-problem`} role="alert" className="label-problem">
        {problem}
      </p>
    </>
  );
}

/** A file with a list is read into the field. The window would import it. */
function holdFile(event: DragEvent): void {
  if (!event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  event.stopPropagation();
  event.dataTransfer.dropEffect = 'copy';
}

/** Of a file that is no list, so much is looked at. */
const MOST_BYTES = 2_000_000;

async function takeFile(event: DragEvent, take: (text: string) => void): Promise<void> {
  const files = [...event.dataTransfer.files];
  if (files.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const texts = await Promise.all(files.map((file) => file.slice(0, MOST_BYTES).text().catch(() => '')));
  take(texts.join('\n'));
}
