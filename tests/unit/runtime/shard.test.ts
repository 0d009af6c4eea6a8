import { expect, test } from 'vitest';
import { isInShard } from '../../../src/runtime/shard.js';

const ids = Array.from({ length: 3000 }, (_, i) => `报告/${i}.txt`);

test('every document is in exactly one shard, and shards are about as large', () => {
  for (const count of [1, 2, 3, 7, 16]) {
    const sizes = Array.from(
      { length: count },
      (_, i) => ids.filter((id) => isInShard(id, { index: i + 1, count })).length,
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBe(ids.length);
    for (const size of sizes) expect(Math.abs(size - ids.length / count)).toBeLessThan(ids.length / count / 3);
  }
});

test('a shard is the same in every version', () => {
  const members = ids.slice(0, 12).filter((id) => isInShard(id, { index: 1, count: 3 }));
  expect(members).toEqual(['报告/2.txt', '报告/6.txt', '报告/7.txt']);
});
