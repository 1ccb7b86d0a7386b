import { launch } from '../browser/chromium';
import { meetingNote } from '../notes';
import { inPage } from './inPage';
import { limited, medianOf, spreadOf, type Row } from './rows';

const LINES = 10_000;
const KEYS = 150;
/** Keys before those that count: until the engine has compiled what it runs often. */
const WARM_UP = 50;
/** With and without the plugin take turns, in pages of their own, so that what disturbs the machine hits both. */
const TURNS = 4;

/** A note of nothing but tasks, with a code block every hundred lines: whatever is in view has to be read. */
function longNote(): string {
  const tasks = Array.from({ length: LINES }, (_, i) =>
    i % 100 === 50
      ? '\n```\n- [?] In code.\n```\n'
      : `- [?] Send document ${i} to @Dana Ochoa and @Omar Haddad 📅 2026-01-10 ⏫ #task #proposed`,
  );
  return meetingNote({ person: 'Dana Ochoa', tasks });
}

/** Types as a hand does, into the middle of the note, and measures each key from its change to the layout it needs. */
const TYPE = `async keys => {
  const { app } = window.workbench;
  const { editor } = app.workspace.activeEditor;
  const line = ${LINES / 2};
  editor.setCursor({ line, ch: editor.getLine(line).length });
  editor.scrollIntoView({ from: { line, ch: 0 }, to: { line, ch: 0 } }, true);
  const times = [];
  for (let i = 0; i < keys; i++) {
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    const text = i % 10 === 9 ? ' ' : 'x';
    const start = performance.now();
    editor.replaceSelection(text);
    editor.cm.dom.offsetHeight;
    times.push(performance.now() - start);
  }
  return times;
}`;

/** What a key costs in a note of 10,000 lines in Chromium with and without the plugin. */
export async function typingRows(): Promise<Row[]> {
  const browser = await launch({ root: process.cwd() });
  const times = { with: [] as number[], without: [] as number[] };
  try {
    for (let turn = 0; turn < TURNS; turn++)
      for (const side of ['with', 'without'] as const)
        await inPage(browser, { 'Long.md': longNote() }, '', async page => {
          if (side === 'without') await page.evaluate(`window.workbench.host.unloadPlugin('rapport')`);
          const state = side === 'with' ? 'attached' : 'detached';
          await page.locator('.rapport-line-buttons').first().waitFor({ state });
          await page.locator('.cm-content').click();
          const all = await page.evaluate<number[]>(`(${TYPE})(${WARM_UP + KEYS})`);
          times[side].push(...all.slice(WARM_UP));
        });
  } finally {
    await browser.close();
  }
  const cost = medianOf(times.with) - medianOf(times.without);
  return [
    spreadOf('a key in a note of 10,000 tasks', 'ms', times.with),
    spreadOf('the same without the plugin', 'ms', times.without),
    limited('so the plugin costs, a key', 'ms', [cost], 2),
  ];
}
