import { useReducer } from 'preact/hooks';

/** What draws a component anew. */
export const useRedraw = (): (() => void) => useReducer<number, void>(times => times + 1, 0)[1];
