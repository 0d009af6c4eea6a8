import type { FoundMark } from './find-marks.js';

/** Marks that number one list, with the position where their list ends. */
export interface Chain {
  readonly family: string;
  readonly marks: FoundMark[];
  /** The chain in one of whose members this one stands, or null. */
  readonly parent: Chain | null;
  /** Index (in `parent.marks`) of the member it stands in. */
  readonly parentIndex: number;
  /** Set when the chain is closed: its last member ends here at the latest. */
  end: number;
}

/** A list inside paragraphs is given up when so many code units pass without its next mark. */
const MAX_SILENCE = 4000;

/**
 * Gathers marks into chains, nested as they stand in the text. A mark goes on with the innermost list that waits for its number;
 * a list may skip a number, double one, or begin at two (the first lost); 1 opens a new list inside the present member.
 * Lists of one member are dropped at the end by the caller.
 * @param limit where the stretch that the marks stand in ends
 */
export function buildChains(marks: readonly FoundMark[], limit: number): Chain[] {
  const chains: Chain[] = [];
  let open: Chain[] = [];
  for (const mark of marks) {
    open = dropStale(open, mark);
    const index = findContinued(open, mark);
    if (index < 0) open = closeFinished(open, mark);
    if (index >= 0) {
      for (const closed of open.splice(index + 1)) closed.end = mark.span.start;
      const chain = open[index]!;
      chain.marks.push({ ...mark, ordinal: ordinalIn(chain, mark) });
    } else if (canOpen(mark)) {
      openChain(open, chains, mark, limit);
    }
  }
  for (const chain of chains) {
    const next = chain.parent?.marks[chain.parentIndex + 1];
    chain.end = Math.min(chain.end, chain.parent?.end ?? limit, next?.span.start ?? limit);
  }
  return chains;
}

function openChain(open: Chain[], chains: Chain[], mark: FoundMark, limit: number): void {
  const parent = open.at(-1) ?? null;
  const chain: Chain = {
    family: mark.family,
    marks: [mark],
    parent,
    parentIndex: parent === null ? -1 : parent.marks.length - 1,
    end: limit,
  };
  chains.push(chain);
  open.push(chain);
}

/**
 * A list that begins again in the same dress is no member of the first: 一是 … 三是 …, then 一是 … in a later paragraph. One such list
 * inside another is allowed (三是做到四个统一。一是统一政策 …); of two, the inner one is over.
 */
function closeFinished(open: Chain[], mark: FoundMark): Chain[] {
  const alike = open.filter((chain) => sameStyle(chain, mark));
  if (alike.length < 2 && !(alike.length === 1 && alike[0]!.marks.length === 1)) return open;
  const index = open.indexOf(alike.at(-1)!);
  for (const chain of open.slice(index)) chain.end = Math.min(chain.end, mark.span.start);
  return open.slice(0, index);
}

function dropStale(open: Chain[], mark: FoundMark): Chain[] {
  const cut = open.findIndex((chain) => {
    const last = chain.marks.at(-1)!;
    return !last.opensParagraph && mark.span.start - last.span.end > MAX_SILENCE;
  });
  if (cut < 0) return open;
  for (const chain of open.slice(cut)) chain.end = Math.min(chain.end, mark.span.start);
  return open.slice(0, cut);
}

function lastOrdinal(chain: Chain): number {
  return chain.marks.at(-1)!.ordinal;
}

function ordinalIn(chain: Chain, mark: FoundMark): number {
  return mark.rule === 'next' || mark.rule === 'last' || mark.rule === 'one' ? lastOrdinal(chain) + 1 : mark.ordinal;
}

/** Index of the open chain that the mark continues, or -1. The innermost that waits for just this number comes first. */
function findContinued(open: readonly Chain[], mark: FoundMark): number {
  for (let i = open.length - 1; i >= 0; i--) if (continues(open[i]!, mark, 1)) return i;
  if (!mark.afterBoundary || mark.ordinal === 1) return -1;
  for (let i = open.length - 1; i >= 0; i--) {
    if (sameStyle(open[i]!, mark) && (continues(open[i]!, mark, 2) || continues(open[i]!, mark, 0))) return i;
  }
  return -1;
}

function continues(chain: Chain, mark: FoundMark, step: number): boolean {
  if (chain.family !== mark.family && !closesSequence(chain, mark)) return false;
  if (mark.rule === 'next') return step === 1;
  if (mark.rule === 'one') return step === 1 && mark.raw.slice(-2) === chain.marks[0]!.raw.slice(-2);
  if (mark.rule === 'last') return step === 1 && chain.marks.length >= 2;
  if (step === 0 && (mark.ordinal === 1 || mark.rule !== 'number')) return false;
  return mark.ordinal === lastOrdinal(chain) + step;
}

/** 先 …, 其次 …, 然后 …, 最后 …: the words that go on with 首先 go on with 先 as well. */
function closesSequence(chain: Chain, mark: FoundMark): boolean {
  return chain.family === 'sequence' && (mark.rule === 'next' || mark.rule === 'last' || mark.rule === 2);
}

function sameStyle(chain: Chain, mark: FoundMark): boolean {
  const last = chain.marks.at(-1)!;
  return last.scheme === mark.scheme && last.opensParagraph === mark.opensParagraph;
}

/** A list begins with 1; one that opens lines may have lost it. */
function canOpen(mark: FoundMark): boolean {
  if (mark.rule === 'next' || mark.rule === 'last') return false;
  if (!mark.afterBoundary) return false;
  return mark.ordinal === 1 || (mark.ordinal === 2 && mark.opensParagraph);
}
