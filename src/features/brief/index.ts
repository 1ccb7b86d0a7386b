import { MarkdownRenderChild, type MarkdownPostProcessorContext } from 'obsidian';
import { briefMarkdown, briefOf } from '../../core/query/brief';
import type { Person } from '../../core/graph/PeopleGraph';
import { isoToday } from '../../ui/isoToday';
import { renderMarkdown } from '../renderMarkdown';
import type { Rapport } from '../rapport';
import { BriefDialog } from './BriefDialog';
import { say } from '../../core/words';

/** What the brief does for others. */
export interface Briefs {
  show(person: Person): void;
}

/** The brief: shown, copied, inserted, kept as a note, and as a code block in any note. */
export function registerBrief(rapport: Rapport): Briefs {
  rapport.plugin.registerMarkdownCodeBlockProcessor('rapport', (source, el, context) => {
    context.addChild(new BriefBlock(rapport, source, el, context));
  });
  return { show: person => new BriefDialog(rapport, person).open() };
}

/** A brief as Markdown, with links as the app writes them from `sourcePath`. */
export function briefText({ app, graph }: Rapport, person: Person, sourcePath: string): string {
  const today = isoToday();
  return briefMarkdown(briefOf(graph, person, today), today, path => {
    const file = app.vault.getFileByPath(path);
    return file ? app.fileManager.generateMarkdownLink(file, sourcePath) : path;
  });
}

/** `person: Dana Ochoa`, the only line that says something. */
const PERSON = /^[ \t]*person[ \t]*:(.*)$/m;

/** A block that names a person shows their brief, as it is now. */
class BriefBlock extends MarkdownRenderChild {
  readonly #rapport: Rapport;
  readonly #source: string;
  readonly #context: MarkdownPostProcessorContext;

  constructor(rapport: Rapport, source: string, el: HTMLElement, context: MarkdownPostProcessorContext) {
    super(el);
    this.#rapport = rapport;
    this.#source = source;
    this.#context = context;
  }

  override onload(): void {
    this.containerEl.addClass('rapport-block');
    this.#draw();
    this.register(
      this.#rapport.graph.onChange(({ people }) => {
        const person = this.#person();
        if (!person || people.has(person.id)) this.#draw();
      }),
    );
  }

  #person(): Person | undefined {
    return this.#rapport.graph.find(nameIn(this.#source), this.#context.sourcePath);
  }

  #draw(): void {
    const { containerEl } = this;
    const rapport = this.#rapport,
      source = this.#source,
      context = this.#context;
    const person = this.#person();
    containerEl.empty();
    if (person)
      renderMarkdown(
        rapport.app,
        briefText(rapport, person, context.sourcePath),
        containerEl,
        context.sourcePath,
        this,
      );
    else containerEl.createDiv({ cls: 'rapport-block-problem', text: problemOf(source) });
  }
}

/** '' where nobody is named. */
const nameIn = (source: string): string =>
  PERSON.exec(source)?.[1]
    ?.trim()
    .replace(/^["']|["']$/g, '') ?? '';

function problemOf(source: string): string {
  const name = nameIn(source);
  return name ? say.nobodyCalled(name) : say.sayWhoseBrief;
}
