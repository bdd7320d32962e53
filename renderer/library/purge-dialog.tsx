import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { purgeArticles } from './article-actions.ts';
import type { NamedArticle } from './use-article-commands.ts';

interface PurgeDialogProps {
  readonly article: NamedArticle;
  readonly onClose: (purged: boolean) => void;
}

/** Asks before an article is deleted for good. The harmless answer comes first and has the focus. */
export function PurgeDialog({ article, onClose }: PurgeDialogProps) {
  async function purge(): Promise<void> {
    onClose(await purgeArticles([article.id]));
  }
  return (
    <Dialog role="alertdialog" title={words.removal.askTitle(1)} onClose={() => onClose(false)}>
      <p>{words.removal.ask(article.title)}</p>
      <div className="dialog-actions">
        <Button data-first-focus onClick={() => onClose(false)}>
          {words.removal.keep(1)}
        </Button>
        <Button look="danger" onClick={() => void purge()}>
          {words.removal.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
