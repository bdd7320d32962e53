import { useQuery } from '@tanstack/react-query';
import type { ArticleId } from '../../main/contract/ids.ts';
import { library, valueOf } from '../app/library-client.ts';
import { originalQuery } from './original-query.ts';

/** Whether an older extractor made this article than there is now. False for as long as that is not known. */
export function useNewerExtractor(id: ArticleId): boolean {
  const original = useQuery(originalQuery(id));
  const about = useQuery({ queryKey: ['about'], queryFn: () => valueOf(library['library.about']({})) });
  return original.data !== undefined && about.data !== undefined && original.data.extractor < about.data.extractor;
}
