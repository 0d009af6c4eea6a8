import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const DATA_FOLDER = new URL('../../data/', import.meta.url);

/** The SHA-256 of all tables of `data/`: results of two runs under one fingerprint and one version agree. */
export function fingerprintRules(): string {
  const hash = createHash('sha256');
  const names = readdirSync(DATA_FOLDER, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  for (const name of names.filter((path) => path.endsWith('.tsv')).sort()) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(new URL(name, DATA_FOLDER)))
      .update('\0');
  }
  return hash.digest('hex');
}
