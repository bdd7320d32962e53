import { useState, type DragEvent } from 'react';
import type { ImportLabels } from '../../main/contract/imports.ts';
import { hostBridge } from '../app/host-bridge.ts';
import { importEntries, importFiles } from '../import/start-import.ts';
import { entriesOf } from '../import/walk-dropped.ts';
import { draggedArticles, DRAG_TYPE } from '../library/dragged-articles.ts';
import { holdsLinks, readDropped } from '../saving/dragged-links.ts';
import { keepDropped, offerDropped } from '../saving/offer-named.ts';
import { dropArticles, takesArticles, takesFiles, takesLinks, type DropPlace } from './drop-articles.ts';

interface DropTarget {
  /** Something that this place takes is held over it. */
  readonly over: boolean;
  readonly props: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Lets articles of the list, files, and links to pages be dropped on a place. Null: nothing is taken. */
export function useDropTarget(place: DropPlace | null): DropTarget {
  const [over, setOver] = useState(false);

  function hold(event: DragEvent): void {
    if (!place || !takes(place, event)) return;
    // Files are not the whole window's while they are held over a place of their own.
    event.preventDefault();
    if (!holdsArticles(event)) event.stopPropagation();
    event.dataTransfer.dropEffect = holdsArticles(event) ? 'move' : 'copy';
    setOver(true);
  }

  function drop(event: DragEvent): void {
    setOver(false);
    if (!place || !takes(place, event)) return;
    event.preventDefault();
    event.stopPropagation();
    const articles = draggedArticles.get();
    if (holdsArticles(event)) void (articles && dropArticles(place, articles));
    else void dropOthers(place, event);
  }

  return { over, props: { onDragEnter: hold, onDragOver: hold, onDragLeave: () => setOver(false), onDrop: drop } };
}

function holdsArticles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes(DRAG_TYPE);
}

function takes(place: DropPlace, event: DragEvent): boolean {
  if (!holdsArticles(event)) return holdsFiles(event) ? takesFiles(place) : holdsLinks(event.dataTransfer) && takesLinks(place);
  const articles = draggedArticles.get();
  return articles !== null && takesArticles(place, articles);
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}

async function dropOthers(place: DropPlace, event: DragEvent): Promise<void> {
  const { dataTransfer } = event;
  const labels: ImportLabels = {
    tags: place.kind === 'tag' ? [place.name] : [],
    collections: place.kind === 'collection' ? [place.name] : [],
  };
  if (!holdsFiles(event)) return (place.kind === 'unfetched' ? keepDropped : offerDropped)(readDropped(dataTransfer), labels);
  const entries = hostBridge ? [] : entriesOf(dataTransfer);
  await (entries.length > 0 ? importEntries(entries, labels) : importFiles([...dataTransfer.files], labels));
}
