import { describe, expect, test } from 'vitest';
import { parseWordList, WordList } from '../../../src/pipeline/tokenize/word-list.js';

function find(lines: string, text: string): string[] {
  const words = parseWordList(lines);
  if ('problem' in words) throw new Error(words.problem);
  return new WordList(words)
    .find(text, 0, text.length)
    .map(({ start, end, tag }) => `${text.slice(start, end)}/${tag}`);
}

describe('a word list', () => {
  test('is read with frequency and tag, either or neither, blanks inside a word where tabs part', () => {
    expect(parseWordList('\uFEFF# 词表\n甲乙 3 nz\n丙丁 v\n\n戊己 7\n“五色 花”\t5\tn\r\n')).toEqual([
      { word: '甲乙', frequency: 3, tag: 'nz' },
      { word: '丙丁', frequency: 0, tag: 'v' },
      { word: '戊己', frequency: 7, tag: 'n' },
      { word: '“五色 花”', frequency: 5, tag: 'n' },
    ]);
  });

  test.each([
    ['甲乙\n甲 乙 丙', { line: 2, problem: "expected: word [frequency] [tag], not '甲 乙 丙'" }],
    [`${'长'.repeat(65)} 3`, { line: 1, problem: 'a word of more than 64 characters' }],
  ])('%j is a mistake', (text, mistake) => expect(parseWordList(text)).toEqual(mistake));

  test('of words that overlap the most frequent is found, then the longest, then the first', () => {
    expect(find('清江\n清江大\n江大桥', '清江大桥')).toEqual(['清江大/n']);
    expect(find('清江 2\n清江大', '清江大桥')).toEqual(['清江/n']);
    expect(find('清江\n江大', '清江大桥')).toEqual(['清江/n']);
  });

  test('does not cut numbers and Latin names, nor take single characters', () => {
    expect(find('5G\n的', '5G 15G 5GHz 目的')).toEqual(['5G/n']);
  });

  test('of a word listed twice the last counts', () => expect(find('甲乙 1 n\n甲乙 1 v', '甲乙')).toEqual(['甲乙/v']));
});
