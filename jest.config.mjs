const common = {
  rootDir: '.',
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/test/esbuild-jest.cjs' },
  // Some packages ship only ES modules; the transformer passes everything else through.
  transformIgnorePatterns: ['/node_modules/(?:typescript|esbuild|playwright-core|lucide)/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const insideTheHost = {
  testEnvironment: '<rootDir>/test/host/environment.cjs',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
  moduleNameMapper: { '^obsidian$': '<rootDir>/test/host/obsidian.ts' },
  setupFiles: ['<rootDir>/test/host/setup.ts'],
};

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['core', 'ui', 'headless', 'specs', 'build'].map(
        room => `<rootDir>/test/${room}/**/*.test.ts`,
      ),
    },
    {
      ...common,
      ...insideTheHost,
      displayName: 'host',
      testMatch: ['host', 'vault', 'features', 'workbench'].map(
        room => `<rootDir>/test/${room}/**/*.test.ts?(x)`,
      ),
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
  ],
  reporters: ['default', '<rootDir>/test/countReporter.cjs'],
  testTimeout: 60_000,
};
