// What the bundler turns JSX into; see `inject` in esbuild.config.mjs.
export { Fragment, h } from 'preact';
