// Jest transformer: TypeScript and ESM-only packages to CommonJS with esbuild. Types are checked by `npm run typecheck`.
const { transformSync, version } = require('esbuild');
const { createHash } = require('node:crypto');

const MODULE_SYNTAX = /^\s*(?:import|export)\b/m;

module.exports = {
  process(source, path) {
    const typescript = /\.[cm]?tsx?$/.test(path);
    if (!typescript && !MODULE_SYNTAX.test(source)) return { code: source };
    const { code } = transformSync(source, {
      loader: typescript ? (path.endsWith('x') ? 'tsx' : 'ts') : 'js',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'inline',
      sourcefile: path,
      supported: { 'dynamic-import': false },
    });
    return { code };
  },
  getCacheKey: (source, path) => createHash('sha1').update(source).update(path).update(version).digest('hex'),
};
