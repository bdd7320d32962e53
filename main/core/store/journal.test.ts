import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../base/disk-calls.ts';
import { decodeJournalFrame, encodeJournalRecord, scanJournal } from './journal-record.ts';
import { JournalWriter, readRecordsAbove, rewriteJournal } from './journal.ts';
import { makeScratchFolder } from './store-fixtures.ts';

const texts = fc.array(fc.string({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 8 });
const encodeAll = (values: readonly string[]) => values.map((text, index) => encodeJournalRecord(index + 1, JSON.stringify(text)));
const readAll = (bytes: Buffer) =>
  [...scanJournal(bytes)].flatMap((entry) => (entry.kind === 'record' ? [JSON.parse(decodeJournalFrame(entry.frame))] : []));

describe('journal records', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(texts, (values) => {
        expect(readAll(Buffer.concat(encodeAll(values)))).toEqual(values);
      }),
    );
  });

  it('are whole or not there, wherever the file is cut', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (values, cut) => {
        const records = encodeAll(values);
        const bytes = Buffer.concat(records);
        const kept = bytes.subarray(0, cut % (bytes.length + 1));
        const found = readAll(kept);
        expect(found).toEqual(values.slice(0, found.length));
        const wholeBytes = records.slice(0, found.length).reduce((sum, record) => sum + record.length, 0);
        expect([...scanJournal(kept)].filter(({ kind }) => kind !== 'record')).toEqual(
          kept.length > wholeBytes ? [{ kind: 'torn', offset: wholeBytes, end: kept.length }] : [],
        );
      }),
    );
  });

  it('do not hide those behind them when one is damaged', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 0, max: 7 }), (values, place, bit) => {
        const bytes = Buffer.concat(encodeAll(values));
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const found = readAll(bytes);
        expect(found).toHaveLength(values.length - 1);
      }),
    );
  });
});

describe('the journal', () => {
  it('gives the records above a change over several files', () => {
    const folder = makeScratchFolder();
    for (const [name, changes] of [['000001.cj', [1, 2]], ['000002.cj', [3]], ['000003.cj', []]] as const) {
      fs.writeFileSync(path.join(folder, name), Buffer.concat(changes.map((change) => encodeJournalRecord(change, `"${change}"`))));
    }
    expect(readRecordsAbove(folder, 0).map(({ change }) => change)).toEqual([1, 2, 3]);
    expect(readRecordsAbove(folder, 1).map(({ change }) => change)).toEqual([2, 3]);
    expect(readRecordsAbove(folder, 3)).toEqual([]);
  });

  it('takes its last record back', () => {
    const folder = makeScratchFolder();
    const journal = new JournalWriter(realDisk, folder);
    journal.append(1, '"one"');
    const before = journal.size;
    journal.append(2, '"two"');
    journal.takeBack(before);
    journal.append(2, '"other"');
    journal.close();
    expect(readRecordsAbove(folder, 0).map(({ json }) => json)).toEqual(['"one"', '"other"']);
  });

  it('rewrites only the files in which something changes', () => {
    const folder = makeScratchFolder();
    const journal = new JournalWriter(realDisk, folder);
    journal.append(1, '"keep"');
    journal.append(2, '"change"');
    journal.close();
    rewriteJournal(realDisk, folder, (json) => (json === '"change"' ? '"changed"' : undefined));
    expect(readRecordsAbove(folder, 0).map(({ json }) => json)).toEqual(['"keep"', '"changed"']);
  });
});
