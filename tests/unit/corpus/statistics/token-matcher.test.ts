import { describe, expect, test } from 'vitest';
import { TokenMatcher } from '../../../../src/corpus/statistics/token-matcher.js';
import { ofTokens } from '../../../support/build-countable.js';

/** What is found of words (`=` before those that are one token) in the tokens of a sentence. */
function find(items: readonly string[], tokens: string): string[] {
  const sought = items.map((item) => ({ text: item.replace('=', ''), oneToken: item.startsWith('=') }));
  const [sentence] = ofTokens(tokens).document.sentences();
  return new TokenMatcher(sought)
    .find(sentence!)
    .map(({ item, start, end }) => `${sought[item]!.text} ${start}-${end}`);
}

describe('words asked for', () => {
  test.each([
    [
      'a phrase, however it was cut',
      ['乡村振兴战略'],
      '乡村 振兴 战略 和 乡村振兴 战略 和 乡村 振兴战略',
      ['乡村振兴战略 0-3', '乡村振兴战略 4-6', '乡村振兴战略 7-9'],
    ],
    ['no phrase over a sign', ['乡村振兴'], '乡村 ， 振兴', []],
    ['no phrase that begins or ends within a token', ['村振兴', '乡村振'], '乡村 振兴', []],
    ['a word as one token alone', ['=乡村', '乡村振兴'], '乡 村 乡村 振兴', ['乡村 2-3', '乡村振兴 2-4']],
    [
      'a phrase of which another one is the beginning',
      ['乡村', '乡村振兴'],
      '乡 村 振兴',
      ['乡村 0-2', '乡村振兴 0-3'],
    ],
    ['every place where one begins', ['甲甲'], '甲 甲 甲', ['甲甲 0-2', '甲甲 1-3']],
    ['nothing among nothing', [], '甲 乙', []],
  ])('are found: %s', (_case, items, tokens, found) => expect(find(items, tokens)).toEqual(found));
});
