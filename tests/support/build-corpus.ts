import { type DocumentSketch, sketchDocument } from '../../src/corpus/document-sketch.js';
import type { CorpusLinks } from '../../src/corpus/link-documents.js';
import type { Framework } from '../../src/model/framework.js';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { buildFramework, buildSource } from './build-extraction.js';

const SPAN = { start: 0, end: 0 };

/**
 * A framework as it is found, from a line: `三亮 工作法: 亮身份 亮承诺`, with `#4` where it promises four, `预诊/防治` for a pair,
 * `@河湾镇` for who practises it and `=六举` for another name.
 */
export function readFramework(line: string): Framework {
  const [head, list] = line.split(': ') as [string, string];
  const [name, ...marks] = head.split(' ') as [string, ...string[]];
  const marked = (sign: string) => marks.filter((mark) => mark.startsWith(sign)).map((mark) => mark.slice(1));
  const members = list.split(' ').map((member, i) => {
    const [label, pair] = member.split('/') as [string, string?];
    return { index: i + 1, label, pair: pair ?? null, span: SPAN, body: null, framework: null };
  });
  const heads = name.split(/[一二三四五六七八九十两\dN]+个?项?/).filter((part) => part !== '');
  return buildFramework({
    name,
    span: SPAN,
    members,
    category: marks.find((mark) => !/^[#@=]/.test(mark)) ?? null,
    pattern: /[一二三四五六七八九十两\d]/.test(name) ? (members[0]!.pair === null ? 'counted' : 'paired') : 'labelled',
    groups: heads.map((part) => ({ count: members.length, head: part })),
    declared: Number(marked('#')[0] ?? members.length),
    holder: marked('@')[0] ?? null,
    aliases: marked('='),
  });
}

/** What linking keeps of a text that goes through all stages. */
export function sketchReport(id: string, text: string): DocumentSketch {
  return sketchDocument(extractDocument(buildSource(text, { id })));
}

/** The clusters as sets of `document/framework`, in an order of their own. */
export function listGroups({ clusters }: CorpusLinks): string[][] {
  return clusters
    .map(({ frameworks }) => frameworks.map(({ document, framework }) => `${document}/${framework}`).sort())
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}
