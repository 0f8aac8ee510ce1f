/** Entry: the language server in a process of its own. */
import { setFlagsFromString } from 'node:v8';
import { clearingWhenFull, slowGrowth } from './engine.ts';
import { runServer } from './server.ts';

// At once: the program waits with it, since its engine would take over nothing that it compiled before. Nothing is kept of this one,
// and over fifteen starts of each, in turn, neither the first answer came later nor was more time taken.
setFlagsFromString(slowGrowth);
const clearing = clearingWhenFull(process.versions.v8);
if (clearing !== undefined) setFlagsFromString(clearing);
runServer();
