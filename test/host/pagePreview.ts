import type { HostApp } from './app';
import { HoverPopover, PopoverState, type HoverParent } from './hover';
import { Keymap } from './keymap';
import { MarkdownRenderer } from './markdown';

interface HoverLink {
  event: MouseEvent;
  source: string;
  hoverParent: HoverParent;
  targetEl: HTMLElement | null;
  linktext: string;
  sourcePath?: string;
}

/** Stands in for the core plugin that shows a note in a popover: asked by `hover-link`, with Mod where a source says so. */
export class PagePreview {
  constructor(private readonly app: HostApp) {}

  start(): void {
    this.app.workspace.on('hover-link', link => this.onHoverLink(link as HoverLink));
  }

  private onHoverLink({ event, source, hoverParent, targetEl, linktext, sourcePath = '' }: HoverLink): void {
    const needsMod = this.app.registry.hoverSources.get(source)?.defaultMod ?? source !== 'preview';
    if (needsMod && !Keymap.isModifier(event, 'Mod')) return;
    const file = this.app.metadataCache.getFirstLinkpathDest(linktext.split('#', 1)[0] ?? '', sourcePath);
    const open = hoverParent.hoverPopover;
    // The event comes again for every child of the link.
    if (!file || (open && open.state !== PopoverState.Hidden && open.targetEl === targetEl)) return;
    const popover = new HoverPopover(hoverParent, targetEl);
    const content = popover.hoverEl.createDiv('markdown-embed').createDiv('markdown-preview-view');
    void this.app.pending.track(
      this.app.vault
        .cachedRead(file)
        .then(text => MarkdownRenderer.render(this.app, text, content, file.path, popover)),
    );
  }
}
