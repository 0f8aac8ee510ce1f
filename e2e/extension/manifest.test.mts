// What package.json promises to VS Code, as VS Code has read it.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { techSpec } from './workbench.mts';

describe('the manifest', () => {
  it('names only commands that exist', async () => {
    await techSpec();
    const known = new Set(await vscode.commands.getCommands(true));
    const named = contributes().commands.map(({ command }) => command);
    assert.ok(0 < named.length);
    assert.deepEqual(
      named.filter((command) => !known.has(command)),
      [],
    );
  });

  it('puts every command under “Tech Spec”, with a title of words', () => {
    for (const { category, title } of contributes().commands) {
      assert.equal(category, 'Tech Spec');
      assert.match(title, /^[A-Z][a-z]+ /);
    }
  });

  it('gives each setting a default, a place, a scope and a description', () => {
    const settings = Object.entries(contributes().configuration.properties);
    assert.ok(0 < settings.length);
    for (const [name, setting] of settings) {
      assert.notEqual(setting.default, undefined, name);
      assert.equal(typeof setting.order, 'number', name);
      assert.match(setting.scope, /^(?:resource|window)$/, name);
      assert.match(setting.markdownDescription, /\.$/, name);
    }
  });

  it('has no text that package.nls.json lacks', () => {
    assert.doesNotMatch(JSON.stringify(contributes()), /%[\w.-]+%/);
  });

  it('is trusted with nothing that a workspace could misuse', () => {
    const { capabilities } = vscode.extensions.getExtension('tech-spec.tech-spec')?.packageJSON ?? {};
    assert.deepEqual(capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });
});

interface Contributes {
  readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
}

interface Setting {
  readonly default: unknown;
  readonly order: number;
  readonly scope: string;
  readonly markdownDescription: string;
}

function contributes(): Contributes {
  return vscode.extensions.getExtension('tech-spec.tech-spec')?.packageJSON.contributes;
}
