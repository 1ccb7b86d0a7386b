/** What the page's address says: `?theme=dark&phone=1&open=PATH&mode=preview&width=220&language=de&frame=phone`. */
export interface Choices {
  theme: 'light' | 'dark';
  /** Runs the app as it is on a phone. */
  phone: boolean;
  /** The phone in a frame of its size, within the page. */
  framed: boolean;
  /** Of the right sidebar, in px; null as the app has it. */
  width: number | null;
  /** The app's, by its code; null for English. */
  language: string | null;
  open: string | null;
  mode: 'source' | 'preview';
}

export function readChoices(search: string): Choices {
  const words = new URLSearchParams(search);
  const width = Number(words.get('width'));
  return {
    theme: words.get('theme') === 'dark' ? 'dark' : 'light',
    phone: words.get('phone') === '1',
    framed: words.get('frame') === 'phone',
    width: width > 0 ? width : null,
    language: words.get('language'),
    open: words.get('open'),
    mode: words.get('mode') === 'preview' ? 'preview' : 'source',
  };
}

export function addressOf({ theme, phone, framed, width, language, open, mode }: Choices): string {
  const words = new URLSearchParams();
  if (theme === 'dark') words.set('theme', 'dark');
  if (phone) words.set('phone', '1');
  if (framed) words.set('frame', 'phone');
  if (width !== null) words.set('width', String(width));
  if (language !== null) words.set('language', language);
  if (open !== null) words.set('open', open);
  if (mode === 'preview') words.set('mode', mode);
  return words.size === 0 ? '/' : `/?${words}`;
}
