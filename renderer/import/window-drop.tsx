import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { hostBridge } from '../app/host-bridge.ts';
import { isField } from '../app/shortcuts.ts';
import { words } from '../app/words.ts';
import { openPasteDialog } from './paste-dialog.tsx';
import { importEntries, importFiles } from './start-import.ts';
import { isUploading } from './uploads.ts';
import { entriesOf } from './walk-dropped.ts';

/** Files dropped or text pasted anywhere on the window are imported. */
export function WindowDrop() {
  const dragging = useWindowDrop();
  useWindowPaste();
  useLeaveWarning();
  if (!dragging) return null;
  return (
    <div className="drop-overlay" aria-hidden>
      <div className="drop-overlay-card">
        <Download size={36} strokeWidth={1.25} />
        <strong>{words.import.drop}</strong>
        <span>{words.import.dropHint}</span>
      </div>
    </div>
  );
}

function useWindowDrop(): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    // Every element on the way fires enter and leave; a drag that is over the window keeps firing `dragover`.
    let leaveTimer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => setDragging(false);

    function onDragOver(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setDragging(true);
      clearTimeout(leaveTimer);
      leaveTimer = setTimeout(hide, DRAG_ENDED_MS);
    }
    function onDrop(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      clearTimeout(leaveTimer);
      hide();
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
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) void importFiles(files);
      else if (text.trim() !== '') openPasteDialog(text);
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
