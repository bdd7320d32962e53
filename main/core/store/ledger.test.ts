import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { Ledger } from './ledger.ts';
import { makeScratchFolder } from './store-fixtures.ts';

const all = { search: '', limit: 100, offset: 0 };

it('has a line for each request before it is sent, and how it ended', () => {
  const file = path.join(makeScratchFolder(), 'ledger.db');
  const ledger = new Ledger(file);
  const number = ledger.begin(new Date('2031-01-02T03:04:05Z'), 'https://a.example/100%_done', 'page');
  expect(ledger.list(all)).toEqual({ total: 1, bytes: 0, requests: [{ number, at: '2031-01-02T03:04:05.000Z', url: 'https://a.example/100%_done', purpose: 'page', sentTo: null, status: null, bytes: 0, error: null }] });
  ledger.end(number, { sentTo: '203.0.113.5', status: 200, bytes: 1_234, error: null });
  ledger.begin(new Date(), 'https://b.example/', 'picture');
  // A program that dies here has it all the same.
  const other = new Ledger(file);
  expect(other.list({ ...all, search: '%_D' })).toMatchObject({ total: 1, bytes: 1_234, requests: [{ sentTo: '203.0.113.5', status: 200 }] });
  expect(other.list(all).requests.map(({ url }) => url)).toEqual(['https://b.example/', 'https://a.example/100%_done']);
  other.close();
  ledger.close();
});

it('is gone from the disk when it was cleared', () => {
  const folder = makeScratchFolder();
  const ledger = new Ledger(path.join(folder, 'ledger.db'));
  for (let n = 0; n < 500; n += 1) ledger.begin(new Date(), `https://secret-reading.example/${n}`, 'page');
  expect(ledger.clear()).toBe(500);
  expect(ledger.list(all)).toEqual({ total: 0, bytes: 0, requests: [] });
  for (const name of fs.readdirSync(folder)) expect(fs.readFileSync(path.join(folder, name)).includes('secret-reading')).toBe(false);
  ledger.close();
});

it('is begun anew where its file is damaged, which is put aside', () => {
  const folder = makeScratchFolder();
  fs.writeFileSync(path.join(folder, 'ledger.db'), 'no database at all, and long enough to be taken for one'.repeat(100));
  const ledger = new Ledger(path.join(folder, 'ledger.db'));
  ledger.begin(new Date(), 'https://a.example/', 'page');
  expect(ledger.list(all).total).toBe(1);
  expect(fs.readdirSync(folder).some((name) => name.startsWith('ledger.db.damaged-'))).toBe(true);
  ledger.close();
});

it('that somebody else holds, or that has no room, stays where it is', () => {
  const folder = makeScratchFolder();
  const file = path.join(folder, 'ledger.db');
  const ledger = new Ledger(file);
  ledger.begin(new Date(), 'https://a.example/', 'page');
  ledger.close();
  const other = new DatabaseSync(file);
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  expect(() => new Ledger(file, 50)).toThrow(/locked/);
  other.exec('ROLLBACK');
  other.close();
  expect(fs.readdirSync(folder).some((name) => name.includes('damaged'))).toBe(false);
  const again = new Ledger(file);
  expect(again.list(all).total).toBe(1);
  again.close();
});
