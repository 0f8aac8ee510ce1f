/** Entry: the language server in a process of its own. */
import { runServer } from './server.ts';

runServer();
