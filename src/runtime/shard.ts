/** The `index`-th (from 1) of `count` parts of a corpus. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Whether a document belongs to a shard. Every id belongs to exactly one of `count` shards, on every machine and in every run. */
export function isInShard(id: string, shard: Shard): boolean {
  return hashId(id) % shard.count === shard.index - 1;
}

/** FNV-1a over the UTF-8 bytes, 32 bits, with the final mixing of MurmurHash3 so that the low bits are even. */
function hashId(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
