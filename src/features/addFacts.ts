/** Adds a second line, smaller, to what can be chosen; none where there is nothing to say. */
export function addFacts(el: HTMLElement, text: string | undefined): void {
  if (text) el.createEl('small', { cls: 'rapport-suggestion-facts', text });
}
