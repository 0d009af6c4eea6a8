import { extract, findFault, findNamed, type Miss } from './measure-planted.js';
import { generateReport, type PlantedFramework } from './generate-report.js';

interface Case {
  readonly text: string;
  readonly planted: PlantedFramework;
}

/** The report of a miss without all the clauses that may be gone while the same remains wrong. */
export function shortenMiss({ seed, planted, fault }: Miss): string {
  let shortest: Case = { text: generateReport(seed).text, planted };
  const fails = ({ text, planted }: Case) => findFault(text, planted, findNamed(extract(text), planted)) === fault;
  // Paragraphs first, then sentences, then clauses.
  for (const stops of ['\n', '。\n', '。；，,;\n']) {
    const cuts = listCuts(shortest.text, stops);
    for (let i = cuts.length - 1; i > 0; i -= 1) {
      const shorter = remove(shortest, cuts[i - 1]!, cuts[i]!);
      if (shorter !== null && fails(shorter)) shortest = shorter;
    }
  }
  return shortest.text.trim();
}

function listCuts(text: string, stops: string): number[] {
  const cuts = [0];
  for (let i = 0; i < text.length; i += 1) {
    // Lines stay lines, and 其一， stays before its member.
    const stop = stops === '\n' || text.charAt(i) !== '\n' ? i + 1 : i;
    if (stops.includes(text.charAt(i)) && (stops === '\n' || stop - cuts.at(-1)! > 4)) cuts.push(stop);
  }
  return cuts;
}

/** Null where a member or the last naming would go. */
function remove({ text, planted }: Case, start: number, end: number): Case | null {
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
