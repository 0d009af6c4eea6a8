import { expect, test } from 'vitest';
import { WordIndex } from '../../../src/resources/word-index.js';

const words = ['包括', '主要包括', '即', '即是'];

test('by first character: the longest word that begins at a place', () => {
  const index = new WordIndex(words, 'first');
  expect([index.longestAt('三会即是甲', 2), index.longestAt('三会即甲', 2), index.longestAt('主要包括甲', 0)]).toEqual([
    '即是',
    '即',
    '主要包括',
  ]);
  expect([index.longestAt('主要', 0), index.longestAt('甲', 0), index.longestAt('', 0)]).toEqual([null, null, null]);
});

test('by last character: the longest word that ends at a place', () => {
  const index = new WordIndex(words, 'last');
  expect([index.longestAt('三会主要包括甲', 6), index.longestAt('三会包括', 4), index.longestAt('即', 1)]).toEqual([
    '主要包括',
    '包括',
    '即',
  ]);
  expect([index.longestAt('即', 0), index.longestAt('括', 1)]).toEqual([null, null]);
});
