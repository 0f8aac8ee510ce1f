/** The desktop's client, whose server is a process of its own, so that nothing it does can freeze the editor. Loaded behind the activation. */
import * as vscode from 'vscode';
import { LanguageClient, type MessageTransports, TransportKind } from 'vscode-languageclient/node';
import { optionsFor } from './options.ts';
import type { MakeClient } from './server.ts';

export function clientsOf(context: vscode.ExtensionContext): MakeClient {
  const module = context.asAbsolutePath('dist/server/node.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] } };
  return (needs) => {
    const options = optionsFor(needs, () => client);
    const client: ProcessClient = new ProcessClient('techSpec', 'Tech Spec', { run, debug }, options);
    // One that is debugged stands still because somebody looks at it.
    const kill = () => client.isInDebugMode || client.kill();
    return { client, kill, end: () => client.end() };
  };
}

class ProcessClient extends LanguageClient {
  /** The library forgets it before it has ended. */
  #process: LanguageClient['serverProcess'];
  #isEnded = false;

  kill(): void {
    this.#process?.kill('SIGKILL');
  }

  /** One that does not run cannot be asked to end, and its server may be still to come. */
  async end(): Promise<void> {
    this.#isEnded = true;
    try {
      if (this.isRunning()) await this.dispose();
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
    this.#process = this.serverProcess;
    if (this.#isEnded) this.kill();
    return transports;
  }
}
