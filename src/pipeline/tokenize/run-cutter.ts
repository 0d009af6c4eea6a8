import type { Segmenter } from './segmenter.js';

/** A run of characters cut into words: where each ends, counted from the start of the run, and what it is. */
interface CutRun {
  readonly ends: readonly number[];
  /** Tags of jieba's; null where nobody asked for them. */
  readonly tags: readonly string[] | null;
}

/** Cuts runs of Chinese characters and Latin letters. */
export interface RunCutter {
  cut(text: string, start: number, end: number): CutRun;
}

/** Longer runs seldom come back. */
const LONGEST_KEPT = 24;
/** V8 keeps a longer part of a text as a view of the whole text, and with it the whole. */
const LONGEST_COPIED = 12;
const MOST_KEPT = 50_000;

/**
 * Reports repeat themselves: short runs are cut once and remembered, the runs of late in two generations of bounded size. A run is cut
 * without what stands around it, so remembering changes no word.
 */
export function createRunCutter(segmenter: Segmenter, withTags: boolean): RunCutter {
  let recent = new Map<string, CutRun>();
  let earlier = new Map<string, CutRun>();
  const keep = (run: string, cut: CutRun) => {
    if (recent.size >= MOST_KEPT) {
      earlier = recent;
      recent = new Map();
    }
    recent.set(run, cut);
  };
  return {
    cut(text, start, end) {
      const run = text.slice(start, end);
      if (run.length > LONGEST_KEPT) return cutRun(segmenter, run, withTags);
      const known = recent.get(run);
      if (known !== undefined) return known;
      const key = run.length > LONGEST_COPIED ? Buffer.from(run, 'utf16le').toString('utf16le') : run;
      const cut = earlier.get(run) ?? cutRun(segmenter, run, withTags);
      keep(key, cut);
      return cut;
    },
  };
}

function cutRun(segmenter: Segmenter, run: string, withTags: boolean): CutRun {
  if (run.length === 1 && !withTags) return SINGLE;
  const ends: number[] = [];
  const tags: string[] | null = withTags ? [] : null;
  let end = 0;
  const add = (word: string) => {
    end += word.length;
    ends.push(end);
  };
  if (tags === null) {
    for (const word of segmenter.cut(run)) add(word);
  } else {
    for (const { word, tag } of segmenter.tag(run)) {
      add(word);
      tags.push(tag);
    }
  }
  return { ends, tags };
}

const SINGLE: CutRun = { ends: [1], tags: null };
