import { MarkdownRenderChild } from 'obsidian';
import { render } from 'preact';
import { ScreenProvider } from '../../ui/actions';
import type { Rapport } from '../rapport';
import { Block } from './Block';

/** ```` ```rapport ````: a person's brief, tasks, meetings or map in any note, as they are now. */
export function registerCodeBlock(rapport: Rapport): void {
  const { plugin, screen } = rapport;
  const shown = new Set<MarkdownRenderChild>();
  plugin.registerMarkdownCodeBlockProcessor('rapport', (source, el, context) => {
    const child = new MarkdownRenderChild(el);
    el.addClass('rapport-block');
    render(
      <ScreenProvider value={screen}>
        <Block rapport={rapport} source={source} sourcePath={context.sourcePath} />
      </ScreenProvider>,
      el,
    );
    child.register(() => {
      shown.delete(child);
      render(null, el);
    });
    shown.add(child);
    context.addChild(child);
  });
  // The app leaves what is on screen where it is.
  plugin.register(() => shown.forEach(child => child.unload()));
}
