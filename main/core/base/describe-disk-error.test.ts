import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { describeDiskError } from './describe-disk-error.ts';

function describedBy(work: () => unknown): string {
  try {
    work();
    return 'nothing thrown';
  } catch (error) {
    const described = describeDiskError(error);
    return described instanceof LibraryError ? described.code : 'not described';
  }
}

const failWith = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

describe('what a failed disk or database call means', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EIO', 'damaged'],
    ['ENOENT', 'not described'],
  ])('%s is %s', (errno, code) => {
    expect(describedBy(failWith(errno))).toBe(code);
  });

  it('is said for SQLite as it really fails', () => {
    const folder = makeScratchFolder();
    const file = path.join(folder, 'a.db');
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE t (x TEXT)');
    database.exec('PRAGMA max_page_count = 3');
    expect(describedBy(() => database.exec("INSERT INTO t VALUES (hex(zeroblob(1000000)))"))).toBe('disk-full');
    const other = new DatabaseSync(file, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    expect(describedBy(() => other.exec('BEGIN EXCLUSIVE'))).toBe('locked');
    database.close();
    other.close();
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(describedBy(() => reader.exec('DELETE FROM t'))).toBe('read-only');
    reader.close();
    fs.writeFileSync(file, Buffer.alloc(8192, 'noise'));
    expect(describedBy(() => new DatabaseSync(file).exec('PRAGMA user_version'))).toBe('damaged');
  });

  it('leaves bugs and what is described already as they are', () => {
    const bug = new TypeError('undefined is not a function');
    expect(describeDiskError(bug)).toBe(bug);
    const described = new LibraryError('no-text', 'No text.');
    expect(describeDiskError(described)).toBe(described);
  });
});
