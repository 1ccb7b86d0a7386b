/** Arrow keys go from row to row, each an item of a list in which `wanted` can have the focus. */
export function moveBetweenRows(event: KeyboardEvent, wanted: string): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const page = event.currentTarget;
  // In a popout an element is of another window's class.
  if (step === undefined || !page) return;
  const rows = [...(page as HTMLElement).querySelectorAll<HTMLElement>(wanted)];
  const row = (event.target as HTMLElement).closest('li')?.querySelector(wanted);
  const at = rows.findIndex(each => each === row);
  const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
