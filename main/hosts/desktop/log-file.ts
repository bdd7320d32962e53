import fs from 'node:fs';
import path from 'node:path';

/** Past this the log begins anew; the one before is kept beside it. */
const MOST_BYTES = 1_000_000;

/** The desktop's log: a started application has no terminal that anybody reads. */
export class LogFile {
  readonly path: string;

  constructor(folder: string) {
    this.path = path.join(folder, 'carrel.log');
    // The terminal that Carrel was started from may be gone: an error of this stream, taken for unexpected, would be
    // written to it, and that would be the next one.
    process.stderr.on('error', () => {});
  }

  write(text: string): void {
    process.stderr.write(text);
    try {
      fs.mkdirSync(path.dirname(this.path), { recursive: true });
      if ((fs.statSync(this.path, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) fs.renameSync(this.path, `${this.path}.old`);
      fs.appendFileSync(this.path, `${new Date().toISOString()} ${text}`, { mode: 0o600 });
    } catch {
      // A full disk: what is to be said about that is said elsewhere, and standard error has it.
    }
  }

  writeProblem(error: unknown, where: string): void {
    this.write(`Unexpected error in ${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}
