import type { FormatReader } from './format-reader.js';

/** A format that can be read. Its reader is loaded when the first file of this format comes. */
export interface Format {
  readonly id: string;
  /** In lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Whether the first bytes can only be this format, whatever the extension says. */
  readonly hasSignature?: (head: Uint8Array) => boolean;
  readonly load: () => Promise<FormatReader>;
}

const loadTextReader = () => import('./text-reader.js').then((module) => module.textReader);

const FORMATS: readonly Format[] = [
  { id: 'txt', extensions: ['.txt'], load: loadTextReader },
  { id: 'md', extensions: ['.md'], load: loadTextReader },
  {
    id: 'jsonl',
    extensions: ['.jsonl'],
    load: () => import('./json-lines-reader.js').then((module) => module.jsonLinesReader),
  },
];

const SIGNED = FORMATS.filter(({ hasSignature }) => hasSignature !== undefined);
const BY_EXTENSION = new Map(FORMATS.flatMap((format) => format.extensions.map((extension) => [extension, format])));

/** Extensions of all formats, for messages: `.txt .md .jsonl`. */
export const READABLE_EXTENSIONS: readonly string[] = FORMATS.flatMap((format) => format.extensions);

/** Whether a file of this name in a folder is read. */
export function hasReadableExtension(path: string): boolean {
  return formatByExtension(path) !== null;
}

/**
 * The format of a file whose bytes are the text; null where the name does not tell, or the format is another.
 * @param head gives its first bytes, where they are known
 */
export function tellTextFormat(path: string, head: (() => Uint8Array) | null = null): string | null {
  if (head !== null && SIGNED.length > 0 && SIGNED.some((format) => format.hasSignature?.(head()) === true))
    return null;
  if (path.endsWith('.txt')) return 'txt';
  const format = formatByExtension(path);
  return format?.load === loadTextReader ? format.id : null;
}

/**
 * Tells the format: a signature in the bytes first, then the extension, then whether the bytes look like JSON lines; else plain text.
 * @param path null for standard input
 */
export function tellFormat(path: string | null, head: Uint8Array): Format {
  const signed = FORMATS.find((format) => format.hasSignature?.(head) === true);
  const named = path === null ? null : formatByExtension(path);
  return signed ?? named ?? formatById(looksLikeJsonLines(head) ? 'jsonl' : 'txt');
}

function formatById(id: string): Format {
  return FORMATS.find((format) => format.id === id)!;
}

function formatByExtension(path: string): Format | null {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? null : (BY_EXTENSION.get(path.slice(dot).toLowerCase()) ?? null);
}

/** `{"id": …` at the very beginning: no report begins like this. */
function looksLikeJsonLines(head: Uint8Array): boolean {
  const ascii = Array.from(head.subarray(0, 64), (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\uFFFD')).join(
    '',
  );
  return /^\uFFFD{0,3}\s*\{\s*"/.test(ascii);
}
