import glob from 'fast-glob';

/** Whether a path holds characters that could mean a pattern. */
export function looksLikeGlob(path: string): boolean {
  return glob.isDynamicPattern(path);
}

/**
 * The files and folders that match a pattern, in no order. Links are not followed on the way, so that a link to a folder above
 * cannot make the walk endless.
 */
export async function expandGlob(pattern: string): Promise<string[]> {
  return glob(pattern, { onlyFiles: false, followSymbolicLinks: false, suppressErrors: true });
}
