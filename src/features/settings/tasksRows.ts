import { Notice, type App, type Setting, type SettingDefinition } from 'obsidian';
import { markProblem, type Settings } from '../../core/settings';
import {
  isOpenThere,
  proposedStatus,
  statusOf,
  symbolsFromTasks,
  type Status,
  type TasksSymbols,
} from '../../core/tasksStatuses';
import { say } from '../../core/words';
import type { SettingsStore } from '../../vault/SettingsStore';
import { copyText } from '../copyText';
import type { Rapport } from '../rapport';
import { hasTasks, readTasksSettings } from '../tasksPlugin';
import { namesOf } from '../../core/shapes';

type Change = (change: TasksSymbols) => Promise<void>;

/** What is between our settings and those of the Tasks plugin, which are only read; `change` changes ours. */
export const tasksRows = ({ app, settings }: Rapport, change: Change): SettingDefinition<never>[] => [
  {
    name: say.proposedInTasks,
    desc: say.aboutTasks,
    render: row => {
      const tell = () => void tellOfTasks(app, settings, row);
      tell();
      return settings.onChange(tell);
    },
  },
  {
    name: say.takeSymbols,
    desc: say.takeSymbolsDesc,
    action: () => void takeSymbols(app, settings, change),
  },
];

async function takeSymbols(app: App, settings: SettingsStore, change: Change): Promise<void> {
  const found = await readTasksSettings(app).then(symbolsFromTasks, () => ({}));
  const refusal = whyNotTaken(settings.value, found);
  if (refusal === undefined) await change(found);
  const { proposedSymbol, rejectedSymbol } = settings.value;
  new Notice(refusal ?? say.symbolsTaken(proposedSymbol, rejectedSymbol));
}

/** Both are taken or neither: of one alone nobody would expect that the other is still as it was. */
function whyNotTaken(settings: Settings, found: TasksSymbols): string | undefined {
  const marks = namesOf(found);
  if (marks.length === 0) return say.nothingToTakeOver;
  const taken = { ...settings, ...found };
  for (const mark of marks) {
    const problem = markProblem(taken, mark, taken[mark]);
    if (problem !== undefined) return say.symbolNotTaken(`[${taken[mark]}]`, problem);
  }
  return undefined;
}

/** What the Tasks plugin makes of a proposed task; where that is an open one, a status for it to copy. */
async function tellOfTasks(app: App, settings: SettingsStore, row: Setting): Promise<void> {
  const [isThere, data] = await Promise.all([hasTasks(app), readTasksSettings(app).catch(() => null)]);
  const { proposedSymbol } = settings.value;
  const known = statusOf(data, proposedSymbol);
  row.clear();
  row.setDesc(`${say.aboutTasks} ${isThere ? toldOf(proposedSymbol, known) : say.tasksNotThere}`);
  if (isThere && isOpenThere(known))
    row.addButton(button =>
      button
        .setButtonText(say.copyStatus)
        .onClick(() => copyText(JSON.stringify(proposedStatus(proposedSymbol), null, 2), say.statusCopied)),
    );
}

function toldOf(symbol: string, known: Status | undefined): string {
  const box = `[${symbol}]`;
  if (!known) return say.tasksKnowsNot(box);
  const knows = say.tasksKnows(box, known.name, known.type);
  return isOpenThere(known) ? `${knows} ${say.tasksCountsOpen}` : knows;
}
