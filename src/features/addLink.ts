/** Adds words to a notice that do something when they are clicked. */
export function addLink(
  parent: DocumentFragment | HTMLElement,
  text: string,
  cls: string,
  follow: (event: MouseEvent) => void,
): void {
  parent.createEl('a', { cls, text, href: '#' }, link =>
    link.addEventListener('click', event => {
      event.preventDefault();
      follow(event);
    }),
  );
}
