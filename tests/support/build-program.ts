import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;

/** Tests of the command line run `bin/workmethod.js`, which needs `dist/`: built here when it is missing or older than the source. */
export default function buildProgram(): void {
  const built = join(root, 'dist/cli/main.js');
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (builtAt > newestChange(join(root, 'src'))) return;
  // Type errors do not keep the compiler from writing; `npm run build` is there to report them.
  spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.json')]);
  if (!existsSync(built)) throw new Error('the program could not be built; run npm run build to see why');
}

function newestChange(folder: string): number {
  const times = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (name) => statSync(join(folder, name)).mtimeMs,
  );
  return Math.max(...times);
}
