import * as autocomplete from '@codemirror/autocomplete';
import * as commands from '@codemirror/commands';
import * as language from '@codemirror/language';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import * as lezerCommon from '@lezer/common';
import * as lezerHighlight from '@lezer/highlight';
import * as lezerLr from '@lezer/lr';
import * as obsidian from './obsidian';

/** What the app hands to plugins; `collab`, `lint` and `search` it has too, but they are not installed here. */
const MODULES: Record<string, unknown> = {
  obsidian,
  '@codemirror/autocomplete': autocomplete,
  '@codemirror/commands': commands,
  '@codemirror/language': language,
  '@codemirror/state': state,
  '@codemirror/view': view,
  '@lezer/common': lezerCommon,
  '@lezer/highlight': lezerHighlight,
  '@lezer/lr': lezerLr,
};

type PluginSource = (require: (name: string) => unknown, module: object, exports: object) => void;

function requireFromApp(name: string): unknown {
  if (!(name in MODULES)) throw new Error(`Cannot find module '${name}'`);
  return MODULES[name];
}

/** Evaluates a plugin's `main.js` as the app does, on a phone too: no Node, no Electron. Returns its class. */
export function evaluatePlugin(code: string, id: string): unknown {
  const module: { exports: { default?: unknown } } = { exports: {} };
  const source = `${code}\n//# sourceURL=plugin:${id}`;
  const evaluate = Reflect.construct(Function, ['require', 'module', 'exports', source]) as PluginSource;
  evaluate(requireFromApp, module, module.exports);
  const type = module.exports.default ?? module.exports;
  if (typeof type !== 'function') throw new Error(`Plugin ${id} exports no class`);
  return type;
}
