import { createReadStream } from 'node:fs';
import { InputError } from '../errors.js';
import { decodeText } from '../pipeline/read/decode-text.js';
import { detectEncoding } from '../pipeline/read/detect-encoding.js';
import { STANDARD_INPUT } from '../pipeline/read/format-reader.js';
import { collectBytes } from '../pipeline/read/text-reader.js';

/**
 * The text of a JSON file in whatever encoding an editor or a shell wrote it; `-` is standard input.
 * @throws InputError `binary` or `too-large`, and what the file system throws
 */
export async function readJsonText(path: string): Promise<string> {
  const open = () => (path === STANDARD_INPUT ? process.stdin : createReadStream(path));
  const bytes = await collectBytes({ path, format: 'json', head: new Uint8Array(0), size: null, open });
  const encoding = detectEncoding(bytes);
  if (encoding === null) throw new InputError(path, 'binary', 'is no text; JSON is expected');
  return decodeText(bytes, encoding, path).text;
}
