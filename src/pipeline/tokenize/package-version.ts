import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The version of an installed package.
 * @param entry the file that an import of the package loads; packages may keep their package.json from being imported
 */
export function readPackageVersion(entry: string, name: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const found = readManifest(join(folder, 'package.json'));
    if (found?.name === name) return found.version ?? 'unknown';
  }
  return 'unknown';
}

function readManifest(path: string): { readonly name?: string; readonly version?: string } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { name?: string; version?: string };
  } catch {
    return null;
  }
}
