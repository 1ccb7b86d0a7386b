import { Keymap, Platform, type HoverParent } from 'obsidian';
import type { Person } from '../../core/graph/PeopleGraph';
import { HOVER_SOURCE, PERSON_SOURCE } from '../hoverSource';
import type { PersonCards, Rapport } from '../rapport';
import { openPersonCard } from './openPersonCard';
import { PersonPopover } from './PersonPopover';
import { personUnderPointer } from './personUnderPointer';
import { say } from '../../core/words';

/** The card of a person wherever the pointer rests on one; without a pointer as a dialog. */
export function registerHover(rapport: Rapport): PersonCards {
  const { app, plugin, settings, screen, actions } = rapport;
  const { workspace } = app;
  const cards: HoverParent = { hoverPopover: null };
  let open: PersonPopover | null = null;

  const onMouseOver = (event: MouseEvent) => {
    const found = Platform.isMobile ? undefined : personUnderPointer(rapport, event.target);
    if (!found) return;
    const { element, person, surface, link } = found;
    const withMod = Keymap.isModifier(event, 'Mod');
    // The event comes again for every child, and when the pointer comes back from the card.
    if (open?.target === element && !withMod) return;
    open?.close();
    const wanted = withMod ? 'preview' : settings.value.hover[surface];
    if (settings.value.hover[surface] === 'off') return;
    if (wanted === 'preview') {
      // With the Mod key, and outside the editor always, the app previews its links by itself.
      if (link === undefined || (!withMod && (surface === 'live' || surface === 'source')))
        actions.previewNote(
          link ?? person.profile?.path ?? '',
          event,
          element,
          found.sourcePath,
          PERSON_SOURCE,
        );
      return;
    }
    // Otherwise the app would open its page preview beside the card.
    event.stopPropagation();
    const popover = new PersonPopover(cards, element, screen, person.id, () => {
      if (open === popover) open = null;
    });
    open = popover;
  };

  const windows = new Set<Window>();
  const listen = (win: Window) => {
    if (windows.has(win)) return;
    windows.add(win);
    plugin.registerDomEvent(win.document, 'mouseover', onMouseOver, { capture: true });
  };
  listen(window);
  plugin.registerEvent(workspace.on('window-open', (_workspaceWindow, win) => listen(win)));
  // Those that were open before.
  workspace.onLayoutReady(() => workspace.iterateAllLeaves(leaf => listen(leaf.getContainer().win)));
  plugin.registerHoverLinkSource(HOVER_SOURCE, { display: 'Rapport', defaultMod: true });
  plugin.registerHoverLinkSource(PERSON_SOURCE, { display: say.rapportPeople, defaultMod: false });
  plugin.register(() => open?.close());

  return { show: (person: Person) => openPersonCard(app, screen, person.id) };
}
