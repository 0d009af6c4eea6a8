import { describe, expect, test } from 'vitest';
import { loadBoilerplateRows, matchBoilerplate } from '../../src/resources/boilerplate-lines.js';

describe.each(loadBoilerplateRows().map((row) => [row.pattern, row] as const))('%s', (pattern, row) => {
  test('takes its example', () => {
    const match = matchBoilerplate(row.example);
    expect([match?.kind, match?.pattern]).toEqual([row.kind, pattern]);
  });

  test('leaves its counter-example', () => {
    expect(matchBoilerplate(row.counterExample)).toBeNull();
  });
});

test('kinds are those that the head of the table names', () => {
  const kinds = new Set(loadBoilerplateRows().map((row) => row.kind));
  expect([...kinds].sort()).toEqual(['breadcrumb', 'navigation', 'paywall', 'rights', 'share']);
});

test.each([
  '六诊六治工作法',
  '一、当前位置和任务',
  '来源：某县水利局  作者：李某',
  '责任编辑：王某',
  '(一)分享到户的做法',
  `版权所有${'很长的正文'.repeat(50)}`,
])('%s is text', (line) => expect(matchBoilerplate(line)).toBeNull());

test('blanks, brackets and width make no difference', () => {
  for (const line of ['  首 页 ', '【首页】', '> 首页 >', '当前位置:首页>正文', '当前位置：首页＞正文']) {
    expect([line, matchBoilerplate(line)?.kind === undefined]).toEqual([line, false]);
  }
});
