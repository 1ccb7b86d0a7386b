/** Where the app keeps its language; English leaves nothing there. */
const KEY = 'language';

export const getLanguage = (): string => window.localStorage.getItem(KEY) ?? 'en';

/** To be called before a plugin is loaded: the app starts anew in another language. */
export function setLanguage(code: string | null): void {
  if (code === null) window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, code);
}
