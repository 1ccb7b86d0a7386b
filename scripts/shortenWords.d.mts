import type { Plugin } from 'esbuild';

export const shortenWords: Plugin;
