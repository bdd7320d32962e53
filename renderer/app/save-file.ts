/** A spreadsheet takes the file for another charset without it. */
const BYTE_ORDER_MARK = '\ufeff';

/** Gives the parts of a table (CSV) to the user as one file. `name`: what the file's name begins with; the day follows. */
export function saveTable(name: string, parts: readonly Blob[]): void {
  saveFile(`${name}-${new Date().toISOString().slice(0, 10)}.csv`, new Blob([BYTE_ORDER_MARK, ...parts], { type: 'text/csv;charset=utf-8' }));
}

/** Gives the user bytes as a file of this name, whatever they are: nothing here shows or runs them. */
export function saveBytes(name: string, bytes: ArrayBuffer): void {
  // What it is by its own words would have the browser open it.
  saveFile(name, new Blob([bytes], { type: 'application/octet-stream' }));
}

function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then, and holds the file itself.
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS);
}

const REVOKE_MS = 60_000;
