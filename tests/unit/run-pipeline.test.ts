import { expect, test, vi } from 'vitest';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { buildFramework, buildSource } from '../support/build-extraction.js';

const span = { start: 0, end: 2 };
const member = { index: 1, label: '甲', pair: null, span, body: null };

vi.mock('../../src/pipeline/extract/extract-frameworks.js', () => ({
  extractFrameworks: () => ({
    title: null,
    articles: [],
    frameworks: [
      buildFramework({ id: '1', name: '一二', span, confidence: 0.9, members: [{ ...member, framework: '2' }] }),
      buildFramework({
        id: '2',
        name: '二清',
        span,
        confidence: 0.4,
        parent: '1',
        members: [{ ...member, framework: '3' }],
      }),
      buildFramework({ id: '3', name: '三清', span, confidence: 0.8, parent: '2' }),
    ],
    mentions: [],
    diagnostics: [],
  }),
}));

test('keeps every framework unless asked', () => {
  expect(extractDocument(buildSource('甲')).frameworks.map(({ id, parent }) => [id, parent])).toEqual([
    ['1', null],
    ['2', '1'],
    ['3', '2'],
  ]);
});

test('what is left refers to nothing that was left out', () => {
  const { frameworks } = extractDocument(buildSource('甲'), { minConfidence: 0.8 });
  expect(frameworks.map(({ id, parent, members }) => [id, parent, members.map(({ framework }) => framework)])).toEqual([
    ['1', null, [null]],
    ['3', null, []],
  ]);
});

test('inserted noise is told', () => {
  const { diagnostics } = extractDocument(buildSource('我们的(wǒ men de)工(gōng)作(zuò)很好'));
  expect(diagnostics.map(({ code }) => code)).toContain('noise-removed');
});

test('what the reader had to say is passed on', () => {
  const diagnostic = {
    severity: 'warning',
    code: 'truncated-character',
    message: 'm',
    path: null,
    span: null,
  } as const;
  expect(extractDocument(buildSource('甲', { diagnostics: [diagnostic] })).diagnostics).toEqual([diagnostic]);
});
