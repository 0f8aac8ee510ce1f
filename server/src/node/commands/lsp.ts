/** `tech-spec lsp`: the language server for editors that start one themselves. */

/** Resolves when the server was started; it ends with its client. */
export async function lspCommand(): Promise<void> {
  const { runServer } = await import('../server.ts');
  runServer();
}
