/** What esbuild splits into parts are ES modules; Node reads CommonJS a tenth of the program's whole time sooner. */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/**
 * Rewrites what was built, in place. What is loaded when it is needed is still loaded then.
 * @param {URL} root what esbuild's paths are relative to
 * @param {string} program the part that is started by its name
 * @returns {import('esbuild').Plugin}
 */
export function inCommonJs(root, program) {
  return {
    name: 'in-common-js',
    setup: ({ onEnd }) => {
      onEnd(async ({ metafile }) => {
        const files = Object.keys(metafile?.outputs ?? {}).filter((file) => file.endsWith('.js'));
        for (const file of files) await rewrite(new URL(file, root), file === program ? '#!/usr/bin/env node\n' : '');
        if (files.includes(program)) await chmod(new URL(program, root), 0o755);
        // Wherever they are copied to.
        await writeFile(new URL('package.json', new URL(program, root)), '{ "type": "commonjs" }\n');
      });
    },
  };
}

/**
 * @param {URL} file
 * @param {string} first
 */
async function rewrite(file, first) {
  const source = await readFile(file, 'utf8');
  const isMapped = /^\/\/# sourceMappingURL=data:/m.test(source);
  const { code } = await transform(source, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    minify: !isMapped,
    sourcemap: isMapped ? 'inline' : false,
    // With `require`, which has read already what several parts share.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'addressOfPart' },
  });
  const address = "const addressOfPart = require('node:url').pathToFileURL(__filename).href;\n";
  await writeFile(file, first + (code.includes('addressOfPart') ? address : '') + code);
}
