import { normalizePath, type App } from 'obsidian';
import { say } from '../core/words';

/**
 * The text of a template, with each `{{field}}` that `values` holds filled in. Throws an error the user can read where
 * there is no such note.
 */
export async function filledIn(
  { vault }: App,
  template: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const file = vault.getFileByPath(normalizePath(template));
  if (!file) throw new Error(say.noTemplate(template));
  const text = await vault.cachedRead(file);
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (written, field: string) =>
    Object.hasOwn(values, field) ? (values[field] ?? '') : written,
  );
}
