import type { CountableDocument, CountedSentence } from '../../model/countable-document.js';
import { compareText } from '../group-alike.js';

export const GROUPINGS = ['article', 'document', 'year', 'folder'] as const;
/** What the parts of a corpus are. */
export type Grouping = (typeof GROUPINGS)[number];

/** A document with what is known of it beside its text. */
export interface PlacedDocument {
  readonly document: CountableDocument;
  /** Null where nothing tells it, or nobody asked. */
  readonly year: number | null;
}

/** How much there is of a corpus, or of a part of it. */
export interface CorpusSize {
  readonly documents: number;
  /** Words, numbers and names in Latin letters (or characters); no signs. What per million refers to. */
  readonly tokens: number;
  /** Characters of the normalized text, signs included, white space not. */
  readonly characters: number;
}

/** A part of a corpus with its name. */
export interface CorpusGroup extends CorpusSize {
  /** Id of a document, `id#3` for its article 3, a year, a folder; empty for the whole corpus. */
  readonly name: string;
  readonly sentences: number;
}

type MutableGroup = { -readonly [K in keyof CorpusGroup]: CorpusGroup[K] } & { lastDocument: number };

/** The parts of a corpus, and how much there is of each. Documents are counted while they are read. */
export class CorpusGroups {
  readonly #grouping: Grouping | null;
  readonly #groups: MutableGroup[] = [];
  readonly #indices = new Map<string, number>();
  readonly #total = { documents: 0, tokens: 0, characters: 0 };

  /** @param grouping null for a corpus in one part */
  constructor(grouping: Grouping | null) {
    this.#grouping = grouping;
  }

  get total(): CorpusSize {
    return this.#total;
  }

  /** In the order of first sight. Parts without tokens are among them. */
  get groups(): readonly CorpusGroup[] {
    return this.#groups;
  }

  /** The sentences of a document, each with the part that it belongs to. `total.documents` is the number of the document meanwhile, from 1 on. */
  *read({ document, year }: PlacedDocument): Generator<{ readonly sentence: CountedSentence; readonly group: number }> {
    this.#total.documents += 1;
    // Two documents may have one id; each is a part of its own.
    if (this.#grouping === 'document' || this.#grouping === 'article') this.#indices.clear();
    const groupAt = this.#placeSentences(document, year);
    let from = 0;
    let group = groupAt(0);
    for (const sentence of document.sentences()) {
      const next = groupAt(sentence.start);
      if (next !== group) {
        this.#addCharacters(group, document.text, from, sentence.start);
        from = sentence.start;
        group = next;
      }
      const part = this.#groups[group]!;
      part.tokens += sentence.tokens.length;
      part.sentences += sentence.tokens.length > 0 ? 1 : 0;
      this.#total.tokens += sentence.tokens.length;
      yield { sentence, group };
    }
    this.#addCharacters(group, document.text, from, document.text.length);
  }

  /** Indices of the parts in the order of tables: years by number, folders by name, documents and articles as they come. */
  listInOrder(): number[] {
    const indices = this.#groups.map((_, i) => i);
    if (this.#grouping !== 'year' && this.#grouping !== 'folder') return indices;
    return indices.sort((a, b) => compareText(this.#groups[a]!.name, this.#groups[b]!.name));
  }

  #placeSentences(document: CountableDocument, year: number | null): (start: number) => number {
    const { id, path } = document.source;
    if (this.#grouping !== 'article') {
      const whole = this.#groupOf(nameGroup(this.#grouping, id, path, year));
      return () => whole;
    }
    const articles = document.articles();
    let k = 0;
    return (start) => {
      while (k < articles.length && articles[k]!.span.end <= start) k++;
      const article = articles[k];
      return this.#groupOf(article !== undefined && article.span.start <= start ? `${id}#${article.index}` : id);
    };
  }

  #groupOf(name: string): number {
    const known = this.#indices.get(name);
    if (known !== undefined) {
      this.#countDocument(this.#groups[known]!);
      return known;
    }
    this.#indices.set(name, this.#groups.length);
    const group = { name, documents: 0, tokens: 0, characters: 0, sentences: 0, lastDocument: 0 };
    this.#countDocument(group);
    return this.#groups.push(group) - 1;
  }

  #countDocument(group: MutableGroup): void {
    if (group.lastDocument === this.#total.documents) return;
    group.lastDocument = this.#total.documents;
    group.documents += 1;
  }

  #addCharacters(group: number, text: string, from: number, to: number): void {
    const characters = countCharacters(text, from, to);
    this.#groups[group]!.characters += characters;
    this.#total.characters += characters;
  }
}

/** The last folder of a path stands for standard input and files without one: `.` */
function nameGroup(grouping: Grouping | null, id: string, path: string | null, year: number | null): string {
  switch (grouping) {
    case null:
    case 'article':
      return '';
    case 'document':
      return id;
    case 'year':
      return String(year);
    case 'folder':
      return path?.includes('/') === true ? path.slice(0, path.lastIndexOf('/')) || '/' : '.';
  }
}

/** All that `\s` stands for; they lie below U+3001 or are the byte order mark. */
function isWhiteSpace(code: number): boolean {
  if (code > 0x3000 && code !== 0xfeff) return false;
  return code <= 0x20 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : code >= 0xa0 && WHITE_SPACE.includes(code);
}

const WHITE_SPACE: readonly number[] = [
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029,
  0x202f, 0x205f, 0x3000, 0xfeff,
];

function countCharacters(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    // The second half of a pair of surrogates is no character of its own.
    const second = code >= 0xdc00 && code <= 0xdfff && i > from && isHighSurrogate(text.charCodeAt(i - 1));
    if (!isWhiteSpace(code) && !second) count++;
  }
  return count;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
