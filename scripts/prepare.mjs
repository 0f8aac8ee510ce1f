/** Builds the program where npm installs it from git, as pre-commit does: npm brings nothing along there that a build needs. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';

// What npm was asked to do with the package is none of what the package does with its own.
for (const name of ['global', 'global_prefix', 'local_prefix', 'location', 'prefix', 'omit', 'allow_scripts']) {
  delete process.env[`npm_config_${name}`];
}

try {
  installPackages();
  const build = fileURLToPath(new URL('build.mjs', import.meta.url));
  process.exitCode = spawnSync(process.execPath, [build, 'cli'], { stdio: 'inherit' }).status ?? 2;
} catch (error) {
  console.error(`prepare: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
