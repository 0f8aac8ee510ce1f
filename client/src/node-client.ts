/** The desktop's client, whose server is a process of its own, so that nothing it does can freeze the editor. Loaded behind the activation. */
import * as vscode from 'vscode';
import {
  LanguageClient,
  type MessageTransports,
  type NodeModule,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { endPolitely } from './ending.ts';
import { optionsFor } from './options.ts';
import type { ClientNeeds, MakeClient } from './server.ts';

export function clientsOf(context: vscode.ExtensionContext): MakeClient {
  const module = context.asAbsolutePath('dist/server/node.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] } };
  return (needs) => {
    const client = new ProcessClient({ run, debug }, needs);
    // One that is debugged stands still because somebody looks at it.
    const kill = () => client.isInDebugMode || client.kill();
    return { client, kill, end: () => client.end() };
  };
}

class ProcessClient extends LanguageClient {
  readonly #needs: ClientNeeds;
  /** The library forgets it before it has ended. */
  #process: LanguageClient['serverProcess'];
  #isEnded = false;

  constructor(server: { readonly run: NodeModule; readonly debug: NodeModule }, needs: ClientNeeds) {
    super(
      'techSpec',
      'Tech Spec',
      server,
      optionsFor(needs, () => this),
    );
    this.#needs = needs;
  }

  /** The library calls it, too: behind a failure, and whenever it sends anything, which begins nothing. */
  override start(): Promise<void> {
    const isBegun = this.state !== State.Stopped;
    const start = super.start();
    if (!isBegun) this.#needs.starts(start);
    return start;
  }

  kill(): void {
    this.#process?.kill('SIGKILL');
  }

  /** One that does not run cannot be asked to end, and its server may be still to come. */
  async end(): Promise<void> {
    this.#isEnded = true;
    try {
      if (this.isRunning()) await endPolitely(this, () => this.kill());
      else this.kill();
    } catch (error) {
      this.kill();
      throw error;
    }
  }

  /** What fails is told by what needs it, with a way out. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  protected override async createMessageTransports(encoding: string): Promise<MessageTransports> {
    if (this.#isEnded) throw new vscode.CancellationError();
    const transports = await super.createMessageTransports(encoding);
    const process = this.serverProcess;
    this.#process = process;
    if (this.#isEnded) this.kill();
    if (process !== undefined && process.pid === undefined) await failureOf(process);
    return transports;
  }
}

/** Rejects with why it could not be forked, which it says a moment later. The library would call it a failure of the connection. */
function failureOf(process: NonNullable<LanguageClient['serverProcess']>): Promise<never> {
  return new Promise((_, reject) => process.once('error', reject));
}
