/** The server's standard streams: where no message can be told from the next any more, or nobody reads the answers, the process ends, so that its client starts another. */
import { Buffer } from 'node:buffer';
import { type Readable, Writable } from 'node:stream';

/** Far more than the largest document takes with all its characters escaped: whoever announces more has lost count. */
const mostBytes = 256 * 1024 * 1024;

/** A header is two short lines. */
const mostHeader = 4096;

/** Ends the input where it makes no sense, and where the output is closed. The protocol's library ends the process with its input. */
export function guardStreams(input: Readable, output: Writable, tell: (why: string) => void): void {
  const messageOf = frames();
  input.on('data', (bytes: Uint8Array) => {
    const why = messageOf(bytes);
    if (why === undefined || input.destroyed) return;
    tell(`Tech Spec ends, because what comes in is no message: ${why}\n`);
    input.destroy();
  });
  output.on('error', () => input.destroy());
}

/**
 * Where messages are written to: each goes out at once, where the protocol's library writes its header and its body one behind
 * the other. To write takes longer than to check a paragraph, and so does it for the client to wake up twice.
 */
export function wholeMessages(output: Writable): Writable {
  let header = '';
  return new Writable({
    decodeStrings: false,
    write(part: string | Uint8Array, _encoding, done) {
      if (typeof part === 'string') {
        header += part;
        done();
        return;
      }
      const message = Buffer.concat([Buffer.from(header, 'latin1'), part]);
      header = '';
      output.write(message, done);
    },
  });
}

/** Follows the frames of messages through the bytes as they come; says what is wrong with them. Bodies are skipped, not read. */
function frames(): (bytes: Uint8Array) => string | undefined {
  let header = '';
  let body = 0;
  return (bytes) => {
    let at = 0;
    while (at < bytes.length) {
      if (0 < body) {
        const skipped = Math.min(body, bytes.length - at);
        body -= skipped;
        at += skipped;
        continue;
      }
      const before = header.length;
      header += latin(bytes.subarray(at, at + mostHeader));
      const end = header.indexOf('\r\n\r\n', Math.max(0, before - 3));
      if (end === -1) {
        at += header.length - before;
        if (mostHeader <= header.length) return 'its header has no end';
        continue;
      }
      const length = lengthIn(header.slice(0, end));
      if (typeof length === 'string') return length;
      at += end + 4 - before;
      header = '';
      body = length;
    }
    return undefined;
  };
}

function lengthIn(header: string): number | string {
  const [, said] = /^content-length: *(\S.*)$/im.exec(header) ?? [];
  if (said === undefined) return 'it does not say how long it is';
  const length = Number(said);
  if (!/^\d+\s*$/.test(said) || mostBytes < length) return `it is said to be ${said.slice(0, 20).trimEnd()} bytes long`;
  return length;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
