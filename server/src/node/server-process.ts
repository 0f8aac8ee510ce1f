/** Entry: the language server in a process of its own. */
import { setFlagsFromString } from 'node:v8';
import { slowGrowth } from './engine.ts';
import { runServer } from './server.ts';

setFlagsFromString(slowGrowth);
runServer();
