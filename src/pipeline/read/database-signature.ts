const SIGNATURE = Buffer.from('SQLite format 3\0', 'latin1');

/** Whether a file that begins like this is an SQLite database. */
export function isDatabase(head: Uint8Array): boolean {
  return SIGNATURE.equals(head.subarray(0, SIGNATURE.length));
}
