// What comes over the wire and is no message, and a client that goes without a word: the server goes on, or ends; it is never there for nobody.
import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { clearingWhenFull, slowGrowth } from '../../src/node/engine.ts';
import { buildServer, framed, initialize, isWell, withBuilt } from './built-server.ts';

before('is built', buildServer);

describe('the engine that a server runs in', () => {
  it('is told how to treat its memory', () => {
    const listening = "import v8 from 'node:v8'; v8.setFlagsFromString = (flag) => process.stderr.write(flag + ' ');";
    const argv = [
      '--import',
      `data:text/javascript,${encodeURIComponent(listening)}`,
      'dist/server/node.js',
      '--stdio',
    ];
    const { stderr } = spawnSync(process.execPath, argv, { input: '', encoding: 'utf8' });
    const told = [slowGrowth, clearingWhenFull(process.versions.v8)].filter((flag) => flag !== undefined);
    deepEqual(stderr.trim().split(' '), told);
  });
});

describe('a frame with something else than a message in it', () => {
  const bodies = {
    'half of one': '{"jsonrpc": "2.0", "id": 5, "method": ',
    nothing: '',
    null: 'null',
    'a number': '7',
    'a text': '"initialize"',
    'a list': '[{"jsonrpc": "2.0", "id": 6, "method": "shutdown"}]',
    'an object of nothing': '{}',
    'no version': '{"id": 7}',
    'an answer to nothing': '{"jsonrpc": "2.0", "id": 99, "result": 1}',
    'an odd number': '{"jsonrpc": "2.0", "id": {"a": 1}, "method": "textDocument/hover"}',
    'a method that is no word': '{"jsonrpc": "2.0", "id": 8, "method": 8}',
    prototypes: '{"jsonrpc": "2.0", "method": "__proto__", "params": {"__proto__": {"x": 1}, "constructor": 2}}',
    'no UTF-8': '\udcff\ud800',
    'deep nesting': `{"jsonrpc": "2.0", "method": "x", "params": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  };

  it('is passed over', () =>
    withBuilt(async (server) => {
      await initialize(server);
      for (const body of Object.values(bodies)) {
        server.write(framed(body));
        server.write(framed(body));
        await isWell(server);
      }
    }));
});

describe('where the next message cannot be found any more the server ends, and says why', () => {
  const whole = '{"jsonrpc": "2.0", "method": "initialized", "params": {}}';
  const streams = {
    'a length below nothing': 'Content-Length: -5\r\n\r\n',
    'a length of no digits': 'Content-Length: many\r\n\r\n',
    'a length beyond everything': `Content-Length: 99999999999\r\n\r\n${whole}`,
    'no length': `Content-Type: application/json\r\n\r\n${whole}`,
    'a length too short': `Content-Length: 5\r\n\r\n${whole}${framed(whole)}`,
    'a length too long': `Content-Length: ${whole.length + 9}\r\n\r\n${whole}${framed(whole)}${framed(whole)}`,
    'another protocol': 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'a header without end': 'x'.repeat(5000),
  };
  for (const [what, raw] of Object.entries(streams)) {
    it(what, () =>
      withBuilt(async (server) => {
        await initialize(server);
        server.write(raw);
        equal(await server.ended, 1);
        match(server.errors(), /^Tech Spec ends, because what comes in is no message: .+\n$/);
      }),
    );
  }
});

describe('a message may come', () => {
  it('byte by byte, with headers of any kind', () =>
    withBuilt(async (server) => {
      await initialize(server);
      const body = JSON.stringify({ jsonrpc: '2.0', id: 77, method: 'textDocument/hover', params: {} });
      for (const each of `content-type: x; charset=utf-8\r\nCONTENT-LENGTH:${body.length} \r\n\r\n${body}`) {
        server.write(each);
      }
      await server.answerTo(77);
      await isWell(server);
    }));

  it('with every character escaped, a megabyte of them', () =>
    withBuilt(async (server) => {
      await initialize(server);
      const uri = 'file:///large/tech-spec-large.md';
      const text = `## Summary\n\n${'\u0001'.repeat(1_000_000)}\n`;
      server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
      await server.ask('textDocument/diagnostic', { textDocument: { uri } });
      await isWell(server);
    }));
});

describe('a client that is gone takes its server along', () => {
  it('when it closes what it writes to', () =>
    withBuilt(async (server) => {
      await initialize(server);
      server.closeInput();
      equal(await server.ended, 1);
      equal(server.errors(), '');
    }));

  it('when it reads no answers any more', () =>
    withBuilt(async (server) => {
      await initialize(server);
      server.closeOutput();
      for (let count = 0; count < 20; count++) server.request('textDocument/hover', {});
      equal(await server.ended, 1);
      equal(server.errors(), '');
    }));

  it('when it is killed, though somebody else keeps the streams open', () =>
    withBuilt(async (server) => {
      const client = spawn(process.execPath, ['--eval', 'process.stdin.resume()']);
      const gone = once(client, 'close');
      await initialize(server, client.pid!);
      await isWell(server);
      client.kill('SIGKILL');
      await gone;
      equal(await server.ended, 1);
    }));
});
