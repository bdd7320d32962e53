import { useQuery } from '@tanstack/react-query';
import { BookmarkPlus, Ellipsis } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as MenuButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { SearchGroup } from '../../main/contract/search.ts';
import type { SmartCollection } from '../../main/contract/smart.ts';
import { articleAddress, type SearchPlace } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { currentAddress, useAddress } from '../app/use-address.ts';
import { isAsked, type SearchInfo } from '../library/list-pages.ts';
import { Button } from '../ui/button.tsx';
import { listActiveFilters } from './describe-filters.ts';
import { filterWords } from '../app/filter-words.ts';
import { isSameSearch, lookAtSmart, removeSmart, renameSmart, saveSmart, saveSmartOrTell, searchOf, smartCountQuery, useSmart } from './smart-queries.ts';
import { SmartNameDialog } from './smart-name-dialog.tsx';
import { smartWords } from '../app/smart-words.ts';

interface SmartToolsProps {
  readonly place: SearchPlace;
  /** Of the answer that is shown. */
  readonly info: SearchInfo | null;
}

/** Saves a search as a smart collection; of one that is saved: changes it, renames it, takes it away. */
export function SmartTools({ place, info }: SmartToolsProps) {
  const [, go] = useAddress();
  const smart = useSmart(place.smart);
  const [asking, setAsking] = useState<'save' | 'rename' | null>(null);
  const search = searchOf(place);
  const changed = smart !== null && !isSameSearch(smart.search, search);
  useCommand('save-search', () => {
    if (!isAsked(place)) return false;
    setAsking('save');
    return true;
  });
  if (!isAsked(place)) return null;

  async function save(name: string): Promise<void> {
    const saved = await saveSmart({ name, search });
    const now = currentAddress();
    // Whoever searches for something else by now is not taken back.
    if (now.view !== 'articles' || now.place.kind !== 'search' || !isSameSearch(searchOf(now.place), search)) return;
    go(articleAddress(now.articleId, { ...now.place, smart: saved.id }), { replace: true });
  }

  return (
    <>
      {smart && !changed && <SeenWhenShown smart={smart} info={info} />}
      <div className="smart-tools">
        <GroupSelect place={place} />
        {smart === null && (
          <Button look="quiet" icon={BookmarkPlus} onClick={() => setAsking('save')}>
            {smartWords.save}
          </Button>
        )}
        {smart && changed && (
          <Button look="quiet" onClick={() => void saveSmartOrTell({ id: smart.id, name: smart.name, search })}>
            {smartWords.saveChanges}
          </Button>
        )}
        {smart && <SmartMenu onSave={() => setAsking('save')} onRename={() => setAsking('rename')} onRemove={() => void removeSmart(smart.id)} />}
      </div>
      {asking === 'save' && (
        <SmartNameDialog title={smartWords.saveTitle} hint={smartWords.saveHint} confirm={smartWords.saveButton} name={nameFor(place)} onName={save} onClose={() => setAsking(null)} />
      )}
      {asking === 'rename' && smart && (
        <SmartNameDialog title={smartWords.renameTitle(smart.name)} confirm={smartWords.renameButton} name={smart.name} onName={(name) => renameSmart(smart.id, name)} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** What the results are brought together by. */
function GroupSelect({ place }: Pick<SmartToolsProps, 'place'>) {
  const [address, go] = useAddress();
  const articleId = address.view === 'articles' ? address.articleId : null;
  return (
    <select
      className="select"
      aria-label={filterWords.group}
      value={place.group}
      onChange={(event) => go(articleAddress(articleId, { ...place, group: SearchGroup.parse(event.target.value) }), { replace: true })}
    >
      {SearchGroup.options.map((group) => (
        <option key={group} value={group}>
          {filterWords.groups[group]}
        </option>
      ))}
    </select>
  );
}

interface SmartMenuProps {
  readonly onSave: () => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

function SmartMenu({ onSave, onRename, onRemove }: SmartMenuProps) {
  // After the menu has given the focus back: what opens next takes it from there.
  const soon = (run: () => void) => () => requestAnimationFrame(run);
  return (
    <MenuTrigger>
      <MenuButton className="icon-button" aria-label={smartWords.actions}>
        <Ellipsis aria-hidden size={18} strokeWidth={1.75} />
      </MenuButton>
      <Popover placement="bottom end" className="popover">
        <Menu aria-label={smartWords.actions} className="menu">
          <MenuItem className="menu-item" onAction={soon(onRename)}>
            {smartWords.rename}
          </MenuItem>
          <MenuItem className="menu-item" onAction={soon(onSave)}>
            {smartWords.saveAsNew}
          </MenuItem>
          <MenuItem className="menu-item" onAction={soon(onRemove)}>
            {smartWords.remove}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Once the whole answer is shown, nothing of it is new any more. */
function SeenWhenShown({ smart, info }: { readonly smart: SmartCollection; readonly info: SearchInfo | null }) {
  const { data } = useQuery(smartCountQuery(smart));
  const told = useRef('');
  const complete = info !== null && info.query === smart.search.query && !info.coverage.building;
  useEffect(() => {
    if (!complete || !data || data.fresh === 0 || data.upTo === null || told.current === data.upTo) return;
    told.current = data.upTo;
    void lookAtSmart(smart.id, data.upTo);
  }, [complete, data, smart.id]);
  return null;
}

/** What a search may be called: its words, else what it is narrowed down to. */
function nameFor({ query, filters }: SearchPlace): string {
  return (query.trim() || listActiveFilters(filters).map(({ value }) => value).join(', ')).slice(0, 100);
}
