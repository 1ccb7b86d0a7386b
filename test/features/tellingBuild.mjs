// `main.js` as it ships, but every file of ours tells a list when it is evaluated: node tellingBuild.mjs OUT
import { relative } from 'node:path';
import { PLUGIN } from '../../scripts/builds.mjs';
import { buildLazily } from '../../scripts/lazyRooms.mjs';
import { shortenWords } from '../../scripts/shortenWords.mjs';

const telling = {
  name: 'telling',
  setup(build) {
    const onLoad = (options, load) =>
      build.onLoad(options, args => {
        const loaded = load(args);
        const path = JSON.stringify(relative('.', args.path).replaceAll('\\', '/'));
        return loaded && { ...loaded, contents: `${loaded.contents}\nevaluated.push(${path});` };
      });
    shortenWords.setup({ ...build, onLoad });
  },
};

await buildLazily({ ...PLUGIN, outfile: process.argv[2], plugins: [telling] });
