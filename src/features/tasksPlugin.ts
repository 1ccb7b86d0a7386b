import { normalizePath, type App } from 'obsidian';

const TASKS_ID = 'obsidian-tasks-plugin';

/** What we use of the public interface of the Tasks plugin. Source: its user guide, "Tasks Api". */
interface TasksApi {
  executeToggleTaskDoneCommand(line: string, path: string): string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The Tasks plugin's interface, null where that plugin is not running or is an older one. The one place where we look
 * at what the app does not document, `app.plugins`; whatever is not as expected means that the plugin is not there.
 */
function tasksApi(app: App): TasksApi | null {
  const { plugins } = app as unknown as { plugins?: unknown };
  const running = isObject(plugins) ? plugins.plugins : undefined;
  const tasks = isObject(running) ? running[TASKS_ID] : undefined;
  const api = isObject(tasks) ? tasks.apiV1 : undefined;
  return isObject(api) && typeof api.executeToggleTaskDoneCommand === 'function'
    ? (api as unknown as TasksApi)
    : null;
}

/** How the Tasks plugin marks a line done; undefined where it is not there. A line it fails on comes back as it was. */
export function tasksToggle(app: App): ((line: string, path: string) => string) | undefined {
  const api = tasksApi(app);
  if (!api) return undefined;
  return (line, path) => {
    try {
      const answer: unknown = api.executeToggleTaskDoneCommand(line, path);
      return typeof answer === 'string' ? answer : line;
    } catch {
      return line;
    }
  };
}

/** What the Tasks plugin's settings say, null where it has none. */
export async function readTasksSettings(app: App): Promise<unknown> {
  const { adapter, configDir } = app.vault;
  const path = normalizePath(`${configDir}/plugins/${TASKS_ID}/data.json`);
  if (!(await adapter.exists(path))) return null;
  return JSON.parse(await adapter.read(path));
}
