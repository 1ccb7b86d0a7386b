/** What a hostile or broken note may hold a million times over: whatever begins something that then never ends. */
export const HOSTILE: readonly string[] = [
  '`', '` ', '[[', '[[a|', ']]', '@', '@a ', '@a (', '#', '#a ', '📅', '📅 2026-01-10 ', '- ', '- [ ] ', '(', ')', '<', '>', '> ', ' ',
  '\t', '\u00A0', 'ðŸ', 'Ã', 'â€', '%%', '<!--', '://', '^a ', '[ ?]', '* ', '1. ', '~', ' and ', ', ', 'a. ', '\r', '\uFEFF',
  '#proposed ', ' #proposed', 'ß“', 'é\u00A0»',
];
