/** How readily two tasks are taken for one. */
export type Strictness = 'loose' | 'normal' | 'strict';
export const STRICTNESSES: readonly Strictness[] = ['loose', 'normal', 'strict'];
