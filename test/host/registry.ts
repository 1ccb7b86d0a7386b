import type { Extension } from '@codemirror/state';
import type {
  BasesViewRegistration,
  CliFlags,
  CliHandler,
  HoverLinkSource,
  MarkdownPostProcessor,
  MarkdownPostProcessorContext,
  ObsidianProtocolHandler,
} from 'obsidian';
import { count, type Kind } from './census';
import type { SettingTab } from './settingTab';
import type { EditorSuggest } from './suggest';
import type { View } from './views';
import type { WorkspaceLeaf } from './workspace';

export type ViewCreator = (leaf: WorkspaceLeaf) => View;
export type CodeBlockProcessor = (
  source: string,
  el: HTMLElement,
  context: MarkdownPostProcessorContext,
) => Promise<unknown> | void;

export interface CliCommand {
  description: string;
  flags: CliFlags | null;
  handler: CliHandler;
}

/** What plugins have brought in. Every method returns what takes it out again. */
export class Registry {
  readonly views = new Map<string, ViewCreator>();
  readonly codeBlocks = new Map<string, CodeBlockProcessor>();
  readonly hoverSources = new Map<string, HoverLinkSource>();
  readonly cliHandlers = new Map<string, CliCommand>();
  readonly protocolHandlers = new Map<string, ObsidianProtocolHandler>();
  readonly settingTabs = new Map<string, SettingTab>();
  readonly basesViews = new Map<string, BasesViewRegistration>();
  readonly extensions = new Map<string, string>([['md', 'markdown']]);
  readonly editorSuggests = new Set<EditorSuggest<unknown>>();
  private readonly editorParts = new Set<{ extension: Extension }>();
  private readonly postParts = new Set<{ process: MarkdownPostProcessor; order: number }>();

  addView(type: string, create: ViewCreator): () => void {
    return this.add(
      'views',
      this.views,
      type,
      create,
      `Attempting to register an existing view type "${type}"`,
    );
  }

  addCodeBlock(language: string, process: CodeBlockProcessor): () => void {
    const taken = `Code block postprocessor for language ${language} is already registered`;
    return this.add('codeBlocks', this.codeBlocks, language, process, taken);
  }

  addBasesView(id: string, registration: BasesViewRegistration): () => void {
    const taken = `A Bases view "${id}" is already registered`;
    return this.add('basesViews', this.basesViews, id, registration, taken);
  }

  addHoverSource(id: string, source: HoverLinkSource): () => void {
    return this.add('hoverSources', this.hoverSources, id, source);
  }

  /** Ids are global: a second handler of the same name is refused. */
  addCliHandler(id: string, command: CliCommand): () => void {
    return this.add('cliHandlers', this.cliHandlers, id, command, `Command "${id}" is already registered`);
  }

  addProtocolHandler(action: string, handler: ObsidianProtocolHandler): () => void {
    return this.add('protocolHandlers', this.protocolHandlers, action, handler);
  }

  addSettingTab(pluginId: string, tab: SettingTab): () => void {
    return this.add('settingTabs', this.settingTabs, pluginId, tab);
  }

  addEditorExtension(extension: Extension): () => void {
    return this.addPart('editorExtensions', this.editorParts, { extension });
  }

  addPostProcessor(process: MarkdownPostProcessor, order: number): () => void {
    return this.addPart('postProcessors', this.postParts, { process, order });
  }

  addEditorSuggest(suggest: EditorSuggest<unknown>): () => void {
    const remove = this.addPart('editorSuggests', this.editorSuggests, suggest);
    return () => {
      suggest.close();
      remove();
    };
  }

  /** An array that was handed over is read anew: plugins change it and ask for `updateOptions`. */
  editorExtensions(): Extension[] {
    return [...this.editorParts].map(({ extension }) =>
      Array.isArray(extension) ? [...(extension as Extension[])] : extension,
    );
  }

  postProcessors(): MarkdownPostProcessor[] {
    return [...this.postParts].sort((a, b) => a.order - b.order).map(({ process }) => process);
  }

  private add<T>(kind: Kind, map: Map<string, T>, name: string, value: T, taken?: string): () => void {
    if (taken !== undefined && map.has(name)) throw new Error(taken);
    map.set(name, value);
    const uncount = count(kind);
    return () => {
      if (map.get(name) === value) map.delete(name);
      uncount();
    };
  }

  private addPart<T extends object>(kind: Kind, parts: Set<T>, part: T): () => void {
    parts.add(part);
    const uncount = count(kind, part);
    return () => {
      parts.delete(part);
      uncount();
    };
  }
}
