import { describe, expect, it } from 'vitest';
import { sendFiles, uploadPath, type Sent } from './send-files.ts';
import type { UploadItem } from './walk-dropped.ts';

async function* manyFiles(count: number): AsyncGenerator<UploadItem> {
  for (let number = 1; number <= count; number += 1) {
    yield { path: `${number}.txt`, open: () => Promise.resolve(new File(['text'], `${number}.txt`)) };
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('sendFiles', () => {
  it('hands over every file once, a few at a time', async () => {
    const paths = new Set<string>();
    let together = 0;
    let most = 0;
    const end = await sendFiles(manyFiles(200), {
      signal: new AbortController().signal,
      put: async () => {
        together += 1;
        most = Math.max(most, together);
        await pause();
        together -= 1;
        return { ok: true };
      },
      onSent: (path) => paths.add(path),
    });
    expect(end).toBe('done');
    expect(paths.size).toBe(200);
    expect(most).toBe(3);
  });

  it('goes on after a file that cannot be opened, and says so', async () => {
    const items: UploadItem[] = [
      { path: 'gone.txt', open: () => Promise.reject(new Error('gone')) },
      { path: 'here.txt', open: () => Promise.resolve(new File([], 'here.txt')) },
    ];
    const told = new Map<string, Sent>();
    await sendFiles(items, {
      signal: new AbortController().signal,
      put: () => Promise.resolve({ ok: true }),
      onSent: (path, sent) => told.set(path, sent),
    });
    expect(told.get('gone.txt')).toEqual({ ok: false, reason: 'file-unreadable', lost: false });
    expect(told.get('here.txt')).toEqual({ ok: true });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    let sent = 0;
    const end = await sendFiles(manyFiles(1_000), {
      signal: controller.signal,
      put: async () => {
        await pause();
        return { ok: true };
      },
      onSent: () => {
        sent += 1;
        if (sent === 10) controller.abort();
      },
    });
    expect(end).toBe('aborted');
    expect(sent).toBe(10);
  });

  it('does not knock a thousand times where nobody answers', async () => {
    let knocks = 0;
    const end = await sendFiles(manyFiles(1_000), {
      signal: new AbortController().signal,
      put: () => {
        knocks += 1;
        return Promise.resolve({ ok: false, reason: 'unreachable', lost: true });
      },
      onSent: () => {},
    });
    expect(end).toBe('lost');
    expect(knocks).toBeLessThanOrEqual(3);
  });
});

it('encodes each part of a path by itself', () => {
  expect(uploadPath('i1', 'news & views/a#1?.html')).toBe('/imports/i1/files/news%20%26%20views/a%231%3F.html');
});
