import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { FailingDisk, makeScratchFolder } from '../store/store-fixtures.ts';
import { writeFileDurably } from './write-file-durably.ts';

it('a file is there as a whole or not at all, whichever call fails', () => {
  const counted = new FailingDisk();
  const folder = makeScratchFolder();
  writeFileDurably(counted.disk, path.join(folder, 'whole'), Buffer.from('whole'));
  expect(fs.readFileSync(path.join(folder, 'whole'), 'utf8')).toBe('whole');

  for (let failing = 1; failing <= counted.calls; failing += 1) {
    const failure = new FailingDisk();
    failure.failing = failing;
    failure.tearing = true;
    const file = path.join(folder, `file-${failing}`);
    fs.writeFileSync(file, 'before');
    expect(() => writeFileDurably(failure.disk, file, Buffer.from('after'))).toThrow('ENOSPC');
    expect(['before', 'after']).toContain(fs.readFileSync(file, 'utf8'));
  }
  expect(fs.readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
