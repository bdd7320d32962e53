import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { LedgerEntry, type RequestPurpose } from '../../contract/saving.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS requests (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    url TEXT NOT NULL,
    purpose TEXT NOT NULL,
    sent_to TEXT,
    status INTEGER,
    bytes INTEGER NOT NULL DEFAULT 0,
    error TEXT
  ) STRICT`;
const BUSY_TIMEOUT_MS = 5_000;

const Row = z.object({ sent_to: z.string().nullable(), ...LedgerEntry.omit({ sentTo: true }).shape });
const Sum = z.object({ total: z.number(), bytes: z.number() });

/** How a request ended. */
export interface RequestEnd {
  readonly sentTo: string | null;
  readonly status: number | null;
  readonly bytes: number;
  readonly error: string | null;
}

export interface LedgerQuery {
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

/**
 * Every request that Carrel makes for a library, in a database of its own beside it: written before the request is sent, so that
 * none is missing whatever happens. It is no part of the journal, because what the user clears must be gone.
 */
export class Ledger {
  readonly #database: DatabaseSync;

  /** A file that is no ledger (any more) is put aside, and a new one begun. */
  constructor(file: string, busyMs = BUSY_TIMEOUT_MS) {
    try {
      this.#database = open(file, busyMs);
    } catch (error) {
      // One that is only held by somebody else, or has no room, is as good as before.
      if (!isDamaged(error)) throw error;
      fs.renameSync(file, `${file}.damaged-${Date.now()}`);
      for (const ending of ['-wal', '-shm']) fs.rmSync(file + ending, { force: true });
      this.#database = open(file, busyMs);
    }
  }

  /** Notes that a request is about to be sent; answers with its number. */
  begin(at: Date, url: string, purpose: RequestPurpose): number {
    const { lastInsertRowid } = this.#database.prepare('INSERT INTO requests (at, url, purpose) VALUES (?, ?, ?)').run(at.toISOString(), url, purpose);
    return Number(lastInsertRowid);
  }

  end(number: number, { sentTo, status, bytes, error }: RequestEnd): void {
    this.#database.prepare('UPDATE requests SET sent_to = ?, status = ?, bytes = ?, error = ? WHERE number = ?').run(sentTo, status, bytes, error, number);
  }

  /** Newest first. */
  list({ search, limit, offset }: LedgerQuery): { total: number; bytes: number; requests: LedgerEntry[] } {
    const named = { search: `%${search.replace(/[\\%_]/g, String.raw`\$&`)}%` };
    const where = String.raw`WHERE url LIKE :search ESCAPE '\'`;
    const sum = Sum.parse(this.#database.prepare(`SELECT count(*) AS total, coalesce(sum(bytes), 0) AS bytes FROM requests ${where}`).get(named));
    const rows = this.#database.prepare(`SELECT * FROM requests ${where} ORDER BY number DESC LIMIT :limit OFFSET :offset`).all({ ...named, limit, offset });
    return { ...sum, requests: rows.map((row) => toEntry(Row.parse(row))) };
  }

  /** Forgets all of it, also on the disk. Answers how many there were. */
  clear(): number {
    const { changes } = this.#database.prepare('DELETE FROM requests').run();
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    return Number(changes);
  }

  close(): void {
    this.#database.close();
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGE = new Set([11, 26]);

function isDamaged(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && DAMAGE.has(Number(error.errcode) % 256);
}

function open(file: string, busyMs: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyMs });
  try {
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; ${SCHEMA}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function toEntry({ sent_to: sentTo, ...row }: z.infer<typeof Row>): LedgerEntry {
  return { ...row, sentTo };
}
