import { ClipboardPaste, FilePlus, FolderPlus, Sparkles } from 'lucide-react';
import { useMemo, useRef, type ChangeEvent, type RefObject } from 'react';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { openPasteDialog } from './paste-dialog.tsx';
import { importFiles, importSamples } from './start-import.ts';

/** The ways to import without dropping anything. */
export function ImportButtons({ offerSamples = false }: { readonly offerSamples?: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const folderRef = useMemo(() => asFolderField(folder), []);

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const chosen = [...(event.target.files ?? [])];
    // The same files can be chosen again only after the field has forgotten them.
    event.target.value = '';
    void importFiles(chosen);
  }

  return (
    <div className="import-buttons">
      <input ref={files} type="file" multiple hidden onChange={choose} data-testid="choose-files" />
      <input ref={folderRef} type="file" multiple hidden onChange={choose} data-testid="choose-folder" />
      {offerSamples && (
        <Button look="primary" icon={Sparkles} onClick={() => void importSamples()}>
          {words.import.samples}
        </Button>
      )}
      <Button look={offerSamples ? 'plain' : 'primary'} icon={FilePlus} onClick={() => files.current?.click()}>
        {words.import.chooseFiles}
      </Button>
      <Button icon={FolderPlus} onClick={() => folder.current?.click()}>
        {words.import.chooseFolder}
      </Button>
      <Button icon={ClipboardPaste} onClick={() => openPasteDialog('')}>
        {words.import.pasteText}
      </Button>
    </div>
  );
}

/** Makes a file field choose a folder: every browser knows the attribute, React's types do not. */
function asFolderField(ref: RefObject<HTMLInputElement | null>) {
  return (element: HTMLInputElement | null): void => {
    if (element) element.webkitdirectory = true;
    ref.current = element;
  };
}
