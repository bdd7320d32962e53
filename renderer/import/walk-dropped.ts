/** One file on its way into the library. It is opened only when its turn comes. */
export interface UploadItem {
  /** Relative, with `/` between folders: what the report calls it, and how companions find their page. */
  readonly path: string;
  readonly open: () => Promise<File>;
}

/**
 * What was dropped, files and folders. To be called while the drop is being handled: afterwards the browser has
 * forgotten it.
 */
export function entriesOf(transfer: DataTransfer): FileSystemEntry[] {
  return [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
}

/**
 * Every file in what was dropped, folder by folder, as it is asked for: a folder of a hundred thousand files is never
 * held as a whole. A folder that cannot be read comes out as an item that cannot be opened, so that it is reported.
 */
export async function* walkEntries(entries: readonly FileSystemEntry[]): AsyncGenerator<UploadItem> {
  const name = distinctNames();
  for (const entry of entries) yield* walkEntry(entry, name(entry.name));
}

async function* walkEntry(entry: FileSystemEntry, path: string): AsyncGenerator<UploadItem> {
  if (entry instanceof FileSystemFileEntry) {
    yield { path, open: () => new Promise((resolve, reject) => entry.file(resolve, reject)) };
  } else if (entry instanceof FileSystemDirectoryEntry) {
    const reader = entry.createReader();
    for (;;) {
      const batch = await readBatch(reader);
      if (batch instanceof Error) {
        yield { path, open: () => Promise.reject(batch) };
        return;
      }
      if (batch.length === 0) return;
      for (const child of batch) yield* walkEntry(child, `${path}/${child.name}`);
    }
  }
}

/** Browsers give a folder's entries a hundred at a time; an empty batch is the end. */
function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[] | Error> {
  return new Promise((resolve) => reader.readEntries(resolve, resolve));
}

/** What was chosen with a file dialog: single files, or the files of a folder with their paths in it. */
export function* chosenFiles(files: Iterable<File>): Generator<UploadItem> {
  const name = distinctNames();
  for (const file of files) {
    const path = file.webkitRelativePath || name(file.name);
    yield { path, open: () => Promise.resolve(file) };
  }
}

/** Files from different folders can bear one name (a drop out of a search's results): the later ones get a number. */
export function distinctNames(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${times}/${name}`;
  };
}
