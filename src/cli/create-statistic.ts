import { CollocateCounter, type CollocateOptions } from '../corpus/statistics/count-collocates.js';
import { DispersionCounter, type DispersionOptions } from '../corpus/statistics/count-dispersion.js';
import { DiversityCounter, type DiversityOptions } from '../corpus/statistics/count-diversity.js';
import { FrameworkCounter, type FrameworkOptions } from '../corpus/statistics/count-frameworks.js';
import { ItemCounter, type ItemOptions } from '../corpus/statistics/count-items.js';
import { type ComparedDocument, KeynessCounter, type KeynessOptions } from '../corpus/statistics/count-keyness.js';
import { OverviewCounter } from '../corpus/statistics/count-overview.js';
import { TrendCounter } from '../corpus/statistics/count-trend.js';
import type { ItemFilter } from '../corpus/statistics/item-filter.js';
import type { Statistic } from '../corpus/statistics/statistics-result.js';
import type { SoughtItem } from '../corpus/statistics/token-matcher.js';
import { UsageError } from '../errors.js';
import { type CountingOptions, cutPhrase, normalizePhrase } from '../pipeline/run-pipeline.js';
import { loadPartOfSpeechTags, type PartOfSpeechTags, universalTagOf } from '../resources/part-of-speech-tags.js';
import { loadStopwords } from '../resources/stopwords.js';
import { readWordFile } from './read-word-file.js';
import type { StatsOptions } from './stats-options.js';

/** What counts, as the user asked for it. */
export function createStatistic(options: StatsOptions, counting: CountingOptions): Statistic<ComparedDocument, object> {
  const { what, by, top, minFrequency, smoothing, movingWindow, window } = options;
  const shared = { top, minFrequency };
  switch (what) {
    case 'overview':
      return new OverviewCounter(by);
    case 'words':
    case 'ngrams': {
      const sort = options.sort as ItemOptions['sort'];
      const joint = options.unit === 'word' ? ' ' : '';
      return new ItemCounter({ ...shared, n: options.n, filter: filterOf(options), grouping: by, sort, joint });
    }
    case 'collocates': {
      const sort = options.sort as CollocateOptions['sort'];
      return new CollocateCounter({
        ...shared,
        node: seekNode(options, counting),
        window,
        filter: filterOf(options),
        sort,
      });
    }
    case 'keyness': {
      const sort = options.sort as KeynessOptions['sort'];
      return new KeynessCounter({ ...shared, filter: filterOf(options), grouping: by, sort, smoothing });
    }
    case 'dispersion':
      return new DispersionCounter({
        items: seekItems(options, counting),
        grouping: by ?? 'document',
        sort: options.sort as DispersionOptions['sort'],
      });
    case 'diversity': {
      const sort = options.sort as DiversityOptions['sort'];
      return new DiversityCounter({ grouping: by ?? 'document', movingWindow, top, sort });
    }
    case 'frameworks':
      return new FrameworkCounter({ ...shared, sort: options.sort as FrameworkOptions['sort'] });
    case 'trend':
      return new TrendCounter(listPhrases(options));
  }
}

/** The phrases as they would stand in a normalized text, each once. */
function listPhrases({ items }: StatsOptions): string[] {
  return [...new Set(items.map((item) => normalizePhrase(checkWord(item)).trim()))];
}

/** Words and phrases as tokens spell them, each once. */
function seekItems({ items }: StatsOptions, counting: CountingOptions): SoughtItem[] {
  const sought = items.map((item): [string, SoughtItem] => {
    const tokens = cutPhrase(checkWord(item), counting);
    if (tokens.length === 0) throw new UsageError(`'${item}' holds no letter or digit that is counted; name a word`);
    return [tokens.join(''), { text: tokens.join(''), oneToken: tokens.length === 1 }];
  });
  return [...new Map(sought).values()];
}

/** A node is named in the result, so no sign of it may be lost on the way. */
function seekNode(options: StatsOptions, counting: CountingOptions): SoughtItem {
  const node = seekItems(options, counting)[0]!;
  const [typed] = options.items as [string];
  if (normalizePhrase(typed).replace(/\s+/g, '') === node.text) return node;
  throw new UsageError(`'${typed}': signs are no tokens, so collocates takes a word or a phrase without them`);
}

function checkWord(item: string): string {
  if (/[\p{L}\p{N}]/u.test(item)) return item;
  throw new UsageError(`'${item}' is no word; words are parted by , ， or 、`);
}

function filterOf({ stopwords, pos, dictionary }: StatsOptions): ItemFilter {
  return {
    stopwords: stopwords === null ? null : readStopwords(stopwords),
    takesTag: pos === null ? null : takesTag(pos, dictionary !== null),
  };
}

function readStopwords(list: string): ReadonlySet<string> {
  if (list === 'default') return loadStopwords();
  const words = new Set<string>();
  for (const line of readWordFile('--stopwords', list).split(/\r?\n/)) {
    // What stands behind a tab says something about the word, as in the list of the program.
    const word = line
      .replace(/^\uFEFF/, '')
      .split('\t')[0]!
      .trim();
    if (word !== '' && !word.startsWith('#')) words.add(normalizePhrase(word));
  }
  return words;
}

/** n takes n, nr, ns …; NOUN all that are nouns by `data/lexicon/part-of-speech.tsv`; no tag at all takes every one. */
function takesTag(asked: readonly string[], withDictionary: boolean): (tag: string) => boolean {
  if (asked.length === 0) return () => true;
  const table = loadPartOfSpeechTags();
  const universal = new Set(asked.filter((tag) => tag === tag.toUpperCase()));
  checkTags(asked, table, withDictionary);
  const beginnings = asked.filter((tag) => !universal.has(tag));
  return (tag) =>
    beginnings.some((beginning) => tag.startsWith(beginning)) || universal.has(universalTagOf(table, tag));
}

/** Tags of jieba's dictionary that a row of the table with a shorter one is for. */
const FINER_TAGS = 'df mg ng nrfg nrt rg rr rz tg ud ug uj ul uv uz vi vq zg'.split(' ');

function checkTags(asked: readonly string[], table: PartOfSpeechTags, withDictionary: boolean): void {
  const universal = [...new Set([...table.values(), 'X'])].sort();
  const own = [...new Set([...table.keys(), ...FINER_TAGS])].sort();
  for (const tag of asked) {
    // A dictionary of the user's may have tags of its own.
    if (universal.includes(tag) || own.includes(tag) || (withDictionary && tag === tag.toLowerCase())) continue;
    throw new UsageError(`--pos ${tag}: no tag of a word; known are ${own.join(', ')} and ${universal.join(', ')}`);
  }
}
