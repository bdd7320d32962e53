import { ClipboardPaste, FilePlus, FolderPlus, Sparkles } from 'lucide-react';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { openImportChooser } from './import-chooser.ts';
import { openPasteDialog } from './paste-request.ts';
import { importSamples } from './start-import.ts';

/** The ways to import without dropping anything. */
export function ImportButtons({ offerSamples = false }: { readonly offerSamples?: boolean }) {
  return (
    <div className="import-buttons">
      {offerSamples && (
        <Button look="primary" icon={Sparkles} onClick={() => void importSamples()}>
          {words.import.samples}
        </Button>
      )}
      <Button look={offerSamples ? 'plain' : 'primary'} icon={FilePlus} onClick={() => openImportChooser('files')}>
        {words.import.chooseFiles}
      </Button>
      <Button icon={FolderPlus} onClick={() => openImportChooser('folder')}>
        {words.import.chooseFolder}
      </Button>
      <Button icon={ClipboardPaste} onClick={() => openPasteDialog('')}>
        {words.import.pasteText}
      </Button>
    </div>
  );
}
