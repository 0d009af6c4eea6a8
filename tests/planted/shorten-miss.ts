import { generateReport, type PlantedFramework } from './generate-report.js';
import { extract, findFault, findNamed, type Miss } from './measure-planted.js';

interface Case {
  readonly text: string;
  readonly planted: PlantedFramework;
}

/** The report of a miss without all the clauses that may be gone while the same remains wrong. */
export function shortenMiss({ seed, planted, fault }: Miss): string {
  let shortest: Case = { text: generateReport(seed).text, planted };
  const fails = ({ text, planted }: Case) => findFault(text, planted, findNamed(extract(text), planted)) === fault;
  for (const listCuts of [cutBehindLines, cutBehindSentences, cutBeforeSigns]) {
    const cuts = listCuts(shortest.text);
    for (let i = cuts.length - 1; i > 0; i -= 1) {
      const shorter = remove(shortest, cuts[i - 1]!, cuts[i]!);
      if (shorter !== null && fails(shorter)) shortest = shorter;
    }
  }
  return shortest.text.trim();
}

const cutBehindLines = (text: string) => [0, ...findSigns(text, /\n/g).map((at) => at + 1)];
const cutBehindSentences = (text: string) => [0, ...findSigns(text, /[。\n]/g).map((at) => at + 1)];
/** A clause goes with the sign before it, so that a sentence keeps its end and a member its mark. */
const cutBeforeSigns = (text: string) => [...findSigns(text, /[，,；;。\n]/g), text.length];

function findSigns(text: string, signs: RegExp): number[] {
  return [...text.matchAll(signs)].map(({ index }) => index);
}

/** Null where a member, the last naming or the end of a sentence or line alone would go. */
function remove({ text, planted }: Case, start: number, end: number): Case | null {
  if (/^[。\n]$/.test(text.slice(start, end))) return null;
  const gone = end - start;
  const shift = (at: number) => (at >= end ? at - gone : at);
  const inside = (from: number, to: number) => from < end && to > start;
  if (planted.members.some(({ span }) => span !== null && inside(span.start, span.end))) return null;
  const names = planted.names
    .filter((name) => !inside(name.start, name.ends.at(-1)!))
    .map((name) => ({ start: shift(name.start), ends: name.ends.map(shift) }));
  if (names.length === 0) return null;
  const members = planted.members.map((member) => ({
    ...member,
    span: member.span === null ? null : { start: shift(member.span.start), end: shift(member.span.end) },
  }));
  return { text: text.slice(0, start) + text.slice(end), planted: { ...planted, names, members } };
}
