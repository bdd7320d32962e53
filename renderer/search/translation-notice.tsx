import { useQuery } from '@tanstack/react-query';
import { library, valueOf } from '../app/library-client.ts';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { useSettled } from './use-settled.ts';

interface TranslationNoticeProps {
  readonly query: string;
  readonly typing: boolean;
  readonly onSearch: (query: string) => void;
}

/** Offers a query that was written for a news database in our language, and says what of it is lost. Nothing is done unasked. */
export function TranslationNotice({ query, typing, onSearch }: TranslationNoticeProps) {
  const settled = useSettled(query, typing);
  const { data } = useQuery({ queryKey: ['translation', query], queryFn: () => valueOf(library['search.translate']({ query })), enabled: settled && query !== '', gcTime: 60_000 });
  if (!data) return null;
  const say = words.searchBox.translation;
  return (
    <div role="note" className="translation">
      <p>
        {say.looksLike(data.from)} <code>{data.query}</code>
      </p>
      {data.lost.length > 0 && (
        <>
          <p>{say.lost}</p>
          <ul className="hints">
            {data.lost.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
      <Button onClick={() => onSearch(data.query)}>{say.search}</Button>
    </div>
  );
}
