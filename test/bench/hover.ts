import { launch } from '../browser/chromium';
import { meetingNote } from '../notes';
import { inPage } from './inPage';
import { limited, type Row } from './rows';

const PEOPLE = 10_000;
const HOVERS = 40;
/** How long the pointer rests before a card opens, in ms. */
const DELAY = 300;

const nameOf = (i: number) => `First${i % 100} Last${Math.floor(i / 100)}`;

/** Everybody in one meeting with a hundred others, and links to some of them. */
function crowd(): Record<string, string> {
  const everyone = Array.from({ length: PEOPLE }, (_, i) => nameOf(i));
  const linked = Array.from({ length: HOVERS }, (_, i) => nameOf((i * 251) % PEOPLE));
  const files: Record<string, string> = { 'Home.md': linked.map(name => `[[${name}]]\n`).join('\n') };
  for (let i = 0; i < PEOPLE; i += 100) {
    const participants = everyone.slice(i, i + 100);
    const tasks = participants.map(name => `- [?] Send it to ${name}. @${name} #proposed`);
    const summary = 'What was said there, in a sentence or two.';
    files[`${i}.md`] = meetingNote({ person: participants[0] ?? '', participants, summary, tasks });
  }
  return files;
}

/** For every link: from the pointer's arrival to the frame in which the card is painted. */
const HOVER = `async () => {
  const times = [];
  for (const link of document.querySelectorAll('.markdown-preview-view a.internal-link')) {
    link.scrollIntoView({ block: 'center' });
    await new Promise(resolve => setTimeout(resolve, 100));
    times.push(await new Promise(resolve => {
      const start = performance.now();
      const seen = new MutationObserver(() => {
        if (!document.querySelector('.hover-popover .rapport-card')) return;
        seen.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          port2.postMessage(null);
        });
      });
      seen.observe(document.body, { childList: true });
      link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    }));
    link.dispatchEvent(new MouseEvent('mouseout', { bubbles: true }));
    await new Promise(resolve => setTimeout(resolve, 400));
  }
  return times;
}`;

/** How long after the delay a person's card is painted, among 10,000 people in Chromium. */
export async function hoverRows(): Promise<Row[]> {
  const browser = await launch({ root: process.cwd() });
  try {
    const all = await inPage(browser, crowd(), '&mode=preview', page =>
      page.evaluate<number[]>(`(${HOVER})()`),
    );
    const after = all.map(time => time - DELAY);
    return [
      limited(`a card among 10,000 people, after the delay: painted (${HOVERS} cards)`, 'ms', after, 50),
    ];
  } finally {
    await browser.close();
  }
}
