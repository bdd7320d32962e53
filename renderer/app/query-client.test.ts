import { QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { queryClient, refreshArticles } from './query-client.ts';

test('an answer that was on its way when something changed is asked for once more', async () => {
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  let asked = 0;
  const ask = () => {
    asked += 1;
    return answers[asked - 1]?.promise ?? Promise.reject(new Error('asked for too often'));
  };
  const observer = new QueryObserver(queryClient, { queryKey: ['search', 'lamp'], queryFn: ask });
  const leave = observer.subscribe(() => {});
  refreshArticles();
  expect(asked).toBe(1);
  answers[0]?.resolve('from before the change');
  await vi.waitFor(() => expect(asked).toBe(2));
  answers[1]?.resolve('from after it');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('from after it'));
  leave();
});
