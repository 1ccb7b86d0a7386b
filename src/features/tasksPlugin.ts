import { normalizePath, type App } from 'obsidian';
import { fieldOf } from '../core/shapes';

const TASKS_ID = 'obsidian-tasks-plugin';

/** What we use of the public interface of the Tasks plugin. Source: its user guide, "Tasks Api". */
interface TasksApi {
  executeToggleTaskDoneCommand(line: string, path: string): string;
  editTaskLineModal(line: string): Promise<string>;
}

/**
 * A call of the Tasks plugin's interface, undefined where that plugin is not running or is an older one. The one place where we look
 * at what the app does not document, `app.plugins`; whatever is not as expected means that the plugin is not there.
 */
function tasksCall<Name extends keyof TasksApi>(app: App, name: Name): TasksApi[Name] | undefined {
  const api = ['plugins', 'plugins', TASKS_ID, 'apiV1'].reduce<unknown>(fieldOf, app);
  const call = fieldOf(api, name);
  return typeof call === 'function' ? (call.bind(api) as TasksApi[Name]) : undefined;
}

/** How the Tasks plugin marks a line done; undefined where it is not there. A line it fails on comes back as it was. */
export function tasksToggle(app: App): ((line: string, path: string) => string) | undefined {
  const toggle = tasksCall(app, 'executeToggleTaskDoneCommand');
  if (!toggle) return undefined;
  return (line, path) => {
    try {
      const answer: unknown = toggle(line, path);
      return typeof answer === 'string' ? answer : line;
    } catch {
      return line;
    }
  };
}

/** The Tasks plugin's dialog for a task line, where it is there; '' for one that was called off, or that failed. */
export function tasksDialog(app: App): ((line: string) => Promise<string>) | undefined {
  const edit = tasksCall(app, 'editTaskLineModal');
  return (
    edit &&
    (async line => {
      const answer: unknown = await edit(line);
      return typeof answer === 'string' ? answer : '';
    })
  );
}

const inTasksFolder = ({ vault }: App, name: string): string =>
  normalizePath(`${vault.configDir}/plugins/${TASKS_ID}/${name}`);

/** Whether the Tasks plugin is installed, turned on or not. */
export const hasTasks = (app: App): Promise<boolean> =>
  app.vault.adapter.exists(inTasksFolder(app, 'manifest.json'));

/** What the Tasks plugin's settings say, null where it has none. */
export async function readTasksSettings(app: App): Promise<unknown> {
  const { adapter } = app.vault;
  const path = inTasksFolder(app, 'data.json');
  if (!(await adapter.exists(path))) return null;
  return JSON.parse(await adapter.read(path));
}
