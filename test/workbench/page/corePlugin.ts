import { Keymap, MarkdownView, Plugin, type Command, type PluginManifest } from 'obsidian';
import type { Host } from '../../host';
import type { Bar } from './Bar';
import { CommandPalette } from './CommandPalette';
import { FILE_EXPLORER, FileExplorer } from './FileExplorer';
import { livePreview } from './livePreview';
import { foldedProperties } from './properties';
import { QuickSwitcher } from './QuickSwitcher';

export const CORE_MANIFEST: PluginManifest = {
  id: 'workbench',
  name: 'Workbench',
  version: '1.0.0',
  minAppVersion: '1.13.0',
  description: 'Stands in for the core plugins of the app.',
  author: 'Rapport contributors',
};

/** Whose settings the settings button opens. */
const RAPPORT = 'rapport';

/** What the app's core plugins do: file tree, command palette, quick switcher, following links. */
export function corePlugin(
  host: Host,
  bar: Bar,
): new (...args: ConstructorParameters<typeof Plugin>) => Plugin {
  const { app } = host;
  const { workspace } = app;

  const activeNote = () => workspace.getActiveViewOfType(MarkdownView);
  const toggleReading = async (view: MarkdownView) => {
    const mode = view.getMode() === 'preview' ? 'source' : 'preview';
    await view.setState({ ...view.getState(), mode }, { history: false });
    workspace.trigger('layout-change');
  };

  const toggleSource = async (view: MarkdownView) => {
    const state = view.getState();
    await view.setState({ ...state, source: state['source'] !== true }, { history: false });
  };

  const actions = {
    palette: () => new CommandPalette(host).open(),
    switcher: () => new QuickSwitcher(app).open(),
    settings: () => void host.openSettings(RAPPORT),
    save: () => void host.flushSaves(),
    reading: () => {
      const view = activeNote();
      if (view) void toggleReading(view);
    },
    source: () => {
      const view = activeNote();
      if (view) void toggleSource(view);
    },
    left: () => workspace.leftSplit.toggle(),
    right: () => workspace.rightSplit.toggle(),
    theme: () => bar.toggleTheme(),
  };

  const commands: (Command & { key?: string })[] = [
    { id: 'switcher', name: 'Open quick switcher', key: 'o', callback: actions.switcher },
    { id: 'settings', name: 'Open settings', key: ',', callback: actions.settings },
    { id: 'save', name: 'Save current file', key: 's', callback: actions.save },
    { id: 'reading', name: 'Toggle reading view', key: 'e', callback: actions.reading },
    { id: 'source', name: 'Toggle live preview/source mode', callback: actions.source },
    { id: 'left', name: 'Toggle left sidebar', callback: actions.left },
    { id: 'right', name: 'Toggle right sidebar', callback: actions.right },
    { id: 'theme', name: 'Toggle light/dark mode', callback: actions.theme },
  ];
  const keys = new Map<string, () => unknown>([['p', actions.palette]]);
  for (const { key, callback } of commands) if (key && callback) keys.set(key, callback);

  const onKey = (event: KeyboardEvent) => {
    const action = keys.get(event.key.toLowerCase());
    if (!action || !Keymap.isModifier(event, 'Mod') || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!document.querySelector('.modal-container')) action();
  };

  const followLink = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLElement>('a.internal-link, a.tag');
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    const target = link.dataset['href'];
    const source = workspace.getActiveFile()?.path ?? '';
    if (target !== undefined) void workspace.openLinkText(target, source, Keymap.isModEvent(event));
  };

  /** The button at the top right of a note. */
  const addReadingButtons = () => {
    for (const { view } of workspace.getLeavesOfType('markdown')) {
      if (!(view instanceof MarkdownView)) continue;
      view.containerEl.querySelector('.workbench-reading')?.remove();
      const isReading = view.getMode() === 'preview';
      view
        .addAction(
          isReading ? 'pencil' : 'book-open',
          isReading ? 'Edit this note' : 'Read this note',
          () => void toggleReading(view),
        )
        .addClass('workbench-reading');
    }
  };

  const closeDrawers = () => {
    workspace.leftSplit.collapse();
    workspace.rightSplit.collapse();
  };

  return class extends Plugin {
    override async onload(): Promise<void> {
      this.registerView(FILE_EXPLORER, leaf => new FileExplorer(leaf));
      this.registerEditorExtension([livePreview, foldedProperties]);
      for (const { key: _key, ...command } of commands) this.addCommand(command);
      this.registerDomEvent(document, 'keydown', onKey, { capture: true });
      this.registerDomEvent(workspace.containerEl, 'click', followLink);
      this.registerEvent(workspace.on('layout-change', addReadingButtons));
      if (document.body.hasClass('is-phone')) this.makeDrawers();
      await workspace.ensureSideLeaf(FILE_EXPLORER, 'left', { active: false, reveal: true });
      bar.connect(
        [
          { icon: 'panel-left', label: 'Files', press: actions.left },
          { icon: 'terminal', label: 'Command palette (Ctrl/Cmd+P)', press: actions.palette },
          { icon: 'settings', label: 'Settings (Ctrl/Cmd+,)', press: actions.settings },
          { icon: 'panel-right', label: 'Right sidebar', press: actions.right },
        ],
        () => host.flushSaves(),
      );
    }

    /** On a phone a tap beside a drawer, or on a note in it, closes it. */
    private makeDrawers(): void {
      const backdrop = workspace.containerEl.createDiv('workspace-drawer-backdrop');
      this.registerDomEvent(backdrop, 'click', closeDrawers);
      this.registerEvent(workspace.on('file-open', closeDrawers));
    }
  };
}
