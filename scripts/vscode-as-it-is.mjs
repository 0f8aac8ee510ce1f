/** Where a file imports all of a CommonJS module, esbuild copies all its names: VS Code has hundreds, all of the client imports it, and that was most of the activation. */
import { readFile } from 'node:fs/promises';

/**
 * The client asks for VS Code as the extension host gives it.
 * @returns {import('esbuild').Plugin}
 */
export function vscodeAsItIs() {
  return {
    name: 'vscode-as-it-is',
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]client[\\/]src[\\/][\w-]+\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const contents = text.replace(/^import \* as vscode from 'vscode';$/m, `const vscode = require('vscode');`);
        return { contents, loader: 'ts' };
      });
    },
  };
}
