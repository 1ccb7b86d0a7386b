import type { Host } from '../host';
import { meetingNote } from '../notes';
import { settled, startPlugin } from './plugin';

let host: Host;
afterEach(() => host.destroy());

const NOTES = 300;
/** In ms. */
const FRAME = 16;
const note = (i: number, task: string): string =>
  meetingNote({ person: `Person Number${i}`, tasks: [`- [?] ${task} @Myself #task #proposed`] });

test('many notes changed at once draw the list at most once a frame', async () => {
  const files = Object.fromEntries(
    Array.from({ length: NOTES }, (_, i) => [`n${i}.md`, note(i, 'Send it.')]),
  );
  host = await startPlugin(files);
  host.runCommand('rapport:open-people-sidebar');
  await settled(host);
  const screen = document.querySelector('.rapport-screen');
  if (!screen) throw new Error('no screen');
  const drawn: number[] = [];
  const observer = new MutationObserver(() => drawn.push(performance.now()));
  observer.observe(screen, { subtree: true, childList: true, characterData: true, attributes: true });
  const begin = performance.now();
  for (let i = 0; i < NOTES; i++)
    await host.outside.write(
      `n${i}.md`,
      note(i, 'Send it.').replace('- [?]', '- [?] Look at it. @Myself #proposed\n- [?]'),
    );
  await settled(host);
  observer.disconnect();
  const counts = [...document.querySelectorAll('.rapport-filters .rapport-count')].map(el => el.textContent);
  expect(counts).toContain(String(NOTES));
  expect(drawn.length).toBeGreaterThan(0);
  // A frame may see the list, the names to sort out and the problems drawn one after the other.
  expect(drawn.length).toBeLessThan((3 * (performance.now() - begin)) / FRAME);
  expect(drawn.length).toBeLessThan(NOTES / 4);
});
