/** The parts that the built program consists of: each is run when it is asked for, with what was compiled of it the last time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { type Compiled, keepCompiled, readCompiled } from './compiled.ts';

export interface Parts {
  /** What a part exports. */
  load(name: string): object;
  /** Keeps what has been compiled until now, where that was not known before. Never throws. */
  keep(): void;
  /** The same, also where it was known, but a tenth more has been compiled: the last time may have ended early. */
  keepMore(): void;
}

/** What a part is written as: it asks for other parts by `./NAME.js`, and for what Node has. */
type Run = (
  exports: object,
  require: (name: string) => unknown,
  module: { readonly exports: object },
  filename: string,
  dirname: string,
) => void;

/** In a folder; `file` is where is kept what was compiled of them, undefined where nothing is. */
export function partsIn(folder: string, file: string | undefined): Parts {
  const compiled: Compiled = file === undefined ? new Map() : readCompiled(file);
  const modules = new Map<string, { exports: object }>();
  const scripts = new Map<string, Script>();
  let isKnown = true;

  const load = (name: string): object => {
    const there = modules.get(name);
    if (there !== undefined) return there.exports;
    const filename = join(folder, `${name}.js`);
    // They are built in ASCII.
    const cachedData = compiled.get(name);
    const script = new Script(readFileSync(filename, 'latin1'), { filename, ...(cachedData && { cachedData }) });
    if (script.cachedDataRejected !== false) isKnown = false;
    const module = { exports: {} };
    modules.set(name, module);
    scripts.set(name, script);
    const run: Run = script.runInThisContext();
    run(module.exports, ask, module, filename, folder);
    return module.exports;
  };
  const ask = (name: string) =>
    name.startsWith('./') ? load(name.slice(2, -'.js'.length)) : process.getBuiltinModule(name);

  const keepWhere = (isWanted: (all: Compiled) => boolean) => {
    if (file === undefined) return;
    const all = new Map(Array.from(scripts, ([name, script]) => [name, script.createCachedData()]));
    if (isWanted(all)) keepCompiled(file, all);
  };

  return {
    load,
    keep: () => {
      if (!isKnown) keepWhere(() => true);
      isKnown = true;
    },
    keepMore: () => {
      keepWhere((all) => !isKnown || 1.1 * sizeOf(compiled) < sizeOf(all));
      isKnown = true;
    },
  };
}

function sizeOf(parts: Compiled): number {
  return Array.from(parts.values(), ({ length }) => length).reduce((sum, length) => sum + length, 0);
}
