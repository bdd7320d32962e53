import { Download, Globe } from 'lucide-react';
import { useEffect, useState } from 'react';
import { hostBridge } from '../app/host-bridge.ts';
import { savingWords } from '../app/saving-words.ts';
import { isField } from '../app/shortcuts.ts';
import { words } from '../app/words.ts';
import { holdsLinks, readDropped, readPasted } from '../saving/dragged-links.ts';
import { offerDropped, offerPasted } from '../saving/offer-named.ts';
import { watchOwnDrags } from '../saving/own-drag.ts';
import { importEntries, importFiles } from './start-import.ts';
import { isUploading } from './uploads.ts';
import { entriesOf } from './walk-dropped.ts';

/** Files dropped or text pasted anywhere on the window are imported; links, and addresses in a text, are pages to be saved. */
export function WindowDrop() {
  const dragging = useWindowDrop();
  useWindowPaste();
  useLeaveWarning();
  useEffect(watchOwnDrags, []);
  if (!dragging) return null;
  const Sign = dragging === 'files' ? Download : Globe;
  return (
    <div className="drop-overlay" aria-hidden>
      <div className="drop-overlay-card">
        <Sign size={36} strokeWidth={1.25} />
        <strong>{dragging === 'files' ? words.import.drop : savingWords.drop}</strong>
        <span>{dragging === 'files' ? words.import.dropHint : savingWords.dropHint}</span>
      </div>
    </div>
  );
}

type Held = 'files' | 'links';

/** What the window takes of what is held over it. In a field a dropped text is text; a dialog is about something else. */
function heldBy({ dataTransfer, target }: DragEvent): Held | null {
  if (dataTransfer?.types.includes('Files')) return 'files';
  if (!dataTransfer || isField(target) || document.querySelector('dialog[open]')) return null;
  return holdsLinks(dataTransfer) ? 'links' : null;
}

function useWindowDrop(): Held | null {
  const [dragging, setDragging] = useState<Held | null>(null);
  useEffect(() => {
    // Every element on the way fires enter and leave; a drag that is over the window keeps firing `dragover`.
    let leaveTimer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => setDragging(null);

    function onDragOver(event: DragEvent): void {
      const held = heldBy(event);
      if (!held || !event.dataTransfer) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = event.dataTransfer.effectAllowed === 'link' ? 'link' : 'copy';
      setDragging(held);
      clearTimeout(leaveTimer);
      leaveTimer = setTimeout(hide, DRAG_ENDED_MS);
    }
    function onDrop(event: DragEvent): void {
      const held = heldBy(event);
      if (!held || !event.dataTransfer) return;
      event.preventDefault();
      clearTimeout(leaveTimer);
      hide();
      if (held === 'links') return void offerDropped(readDropped(event.dataTransfer));
      // A desktop takes folders as they are; in a browser they are walked through here.
      const entries = hostBridge ? [] : entriesOf(event.dataTransfer);
      // A synthetic or foreign drop may hold files without entries.
      void (entries.length > 0 ? importEntries(entries) : importFiles([...event.dataTransfer.files]));
    }

    document.addEventListener('dragenter', onDragOver);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('drop', onDrop);
    return () => {
      clearTimeout(leaveTimer);
      document.removeEventListener('dragenter', onDragOver);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
  return dragging;
}

/** `dragover` comes at least every 350 ms while something is held over the window. */
const DRAG_ENDED_MS = 500;

function useWindowPaste(): void {
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      if (isField(event.target) || document.querySelector('dialog[open]')) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const pasted = event.clipboardData && readPasted(event.clipboardData);
      if (files.length > 0) void importFiles(files);
      else if (pasted && pasted.text.trim() !== '') void offerPasted(pasted);
      else return;
      event.preventDefault();
    }
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

function useLeaveWarning(): void {
  useEffect(() => {
    function onBeforeUnload(event: BeforeUnloadEvent): void {
      if (isUploading()) event.preventDefault();
    }
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, []);
}
