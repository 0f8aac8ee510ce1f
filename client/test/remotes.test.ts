/** Which repository a remote’s address means, and where a token may go. */
import { deepEqual, equal } from 'node:assert/strict';
import { hostOf, inOrder, type Repository, remotePath, virtualPath } from '../src/remotes.ts';

describe('a remote’s address', () => {
  const forms = [
    'https://github.com/ada/trains',
    'https://github.com/ada/trains.git',
    'https://github.com/ada/trains/',
    'https://github.com/ada/trains.git/',
    'https://ada@github.com/ada/trains.git',
    'https://ada:secret@github.com:443/ada/trains.git',
    'HTTPS://GitHub.com/ada/trains.git',
    'https://www.github.com/ada/trains',
    'http://github.com/ada/trains.git',
    'git://github.com/ada/trains.git',
    'ssh://git@github.com/ada/trains.git',
    'ssh://git@github.com:22/ada/trains',
    'ssh://git@ssh.github.com:443/ada/trains.git',
    'git+ssh://git@github.com/ada/trains.git',
    'git@github.com:ada/trains.git',
    'git@github.com:/ada/trains.git',
    'github.com:ada/trains',
    ' git@github.com:ada/trains.git\n',
  ];
  for (const form of forms) {
    it(`may be ${form.trim()}`, () =>
      deepEqual(remotePath(form), { hostname: 'github.com', owner: 'ada', name: 'trains' }));
  }

  it('keeps dots and dashes of names', () =>
    deepEqual(remotePath('git@git.example.com:a-b/c.d_e.git'), {
      hostname: 'git.example.com',
      owner: 'a-b',
      name: 'c.d_e',
    }));

  for (const other of [
    '',
    '/srv/trains.git',
    '../trains',
    'C:\\trains',
    'C:/ada/trains',
    'file:///srv/ada/trains.git',
    'https://github.com/ada',
    'https://gitlab.com/group/subgroup/trains.git',
    'https://github.com/ada/..',
    'https://github.com/ada/tr ains',
    'ext::sh -c evil',
  ]) {
    it(`is none in “${other}”`, () => equal(remotePath(other), undefined));
  }

  it('is the folder’s own where that is opened from GitHub without a clone', () => {
    const path = { hostname: 'github.com', owner: 'ada', name: 'trains' };
    deepEqual(virtualPath('vscode-vfs', 'github', '/ada/trains/docs/plan.md'), path);
    deepEqual(virtualPath('vscode-vfs', 'github+7b2276', '/ada/trains'), path);
    equal(virtualPath('vscode-vfs', 'azurerepos', '/ada/trains'), undefined);
    equal(virtualPath('file', 'github', '/ada/trains'), undefined);
    equal(virtualPath('vscode-vfs', 'github', '/ada'), undefined);
  });
});

describe('a host', () => {
  it('is GitHub, whatever the settings name', () =>
    deepEqual(hostOf('github.com', 'https://git.example.com'), {
      provider: 'github',
      web: 'https://github.com',
      api: 'https://api.github.com',
    }));

  it('is the one GitHub Enterprise that the user has named', () => {
    deepEqual(hostOf('git.example.com', 'https://git.example.com:8443/'), {
      provider: 'github-enterprise',
      web: 'https://git.example.com:8443',
      api: 'https://git.example.com:8443/api',
    });
    equal(hostOf('tea.ghe.com', 'https://tea.ghe.com')?.api, 'https://api.tea.ghe.com');
  });

  it('is no other, which would be given a token', () => {
    for (const named of ['', 'no address', 'https://git.example.com.evil.example', 'https://example.com'])
      equal(hostOf('git.example.com', named), undefined);
    equal(hostOf('github.com.evil.example', ''), undefined);
  });

  it('is none that is reached unencrypted, but for this machine itself', () => {
    equal(hostOf('git.example.com', 'http://git.example.com'), undefined);
    equal(hostOf('127.0.0.1', 'http://127.0.0.1:8080')?.api, 'http://127.0.0.1:8080/api');
    equal(hostOf('127.evil.example', 'http://127.evil.example'), undefined);
  });
});

describe('several repositories', () => {
  const host = { provider: 'github', web: 'https://github.com', api: 'https://api.github.com' } as const;
  const at = (remote: string, owner: string): Repository => ({ remote, host, owner, name: 'trains' });

  it('come with the one that work is sent to first', () =>
    deepEqual(
      inOrder([at('fork', 'bob'), at('origin', 'ada'), at('upstream', 'team')]).map(({ remote }) => remote),
      ['upstream', 'origin', 'fork'],
    ));

  it('come once each', () =>
    deepEqual(
      inOrder([at('push', 'ada'), at('origin', 'ada')]).map(({ remote }) => remote),
      ['origin'],
    ));
});
