// Runs the plugin in Obsidian itself, in the earliest version it claims and in the latest. Written after the documents of
// wdio-obsidian-service, and not yet run. Its packages are not among ours: .github/workflows/app.yml installs them.
import { resolve } from 'node:path';

const VERSIONS = [
  // App, then installer: `earliest` is the manifest's minAppVersion.
  ['earliest', 'earliest'],
  ['latest', 'latest'],
];

export const config = {
  runner: 'local',
  framework: 'mocha',
  specs: ['./*.e2e.mjs'],
  maxInstances: 1,
  capabilities: VERSIONS.map(([appVersion, installerVersion]) => ({
    browserName: 'obsidian',
    'wdio:obsidianOptions': {
      appVersion,
      installerVersion,
      plugins: [resolve('.')],
      // The service works on a copy.
      vault: resolve('test/sample-vault'),
    },
  })),
  services: ['obsidian'],
  reporters: ['obsidian'],
  mochaOpts: { ui: 'bdd', timeout: 60_000 },
  waitforTimeout: 10_000,
  logLevel: 'warn',
  cacheDir: resolve('.cache/obsidian'),
};
