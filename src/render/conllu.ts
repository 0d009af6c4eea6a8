import type { Segmentation } from '../model/segmentation.js';
import { loadPartOfSpeechTags, universalTagOf } from '../resources/part-of-speech-tags.js';
import { type GroundedUnit, type GroundedWord, groundUnits } from './ground-units.js';
import { toPrintableLine } from './printable.js';
import { inPieces, type SegmentationWriter } from './segmentation-writer.js';
import { describeSegmenter } from './unit-text.js';

/**
 * CoNLL-U, https://universaldependencies.org/format.html: sentences with their words, valid for the validator of Universal Dependencies.
 * The format asks for a tree; as nothing is known of syntax, every word hangs on the first by `dep`, its relation for what is unknown.
 */
export function createConlluWriter(withPartOfSpeech: boolean): SegmentationWriter {
  // Ids of sentences must differ in the whole file, and names of files may not stand in them as they are.
  let documents = 0;
  return {
    document: (segmentation) => inPieces(listSentences(segmentation, ++documents, withPartOfSpeech)),
    failure: () => '',
  };
}

function* listSentences(segmentation: Segmentation, number: number, withPartOfSpeech: boolean): Generator<string> {
  const { document, segmenter } = segmentation;
  let comments = `# newdoc id = ${toToken(document.source.id)}\n`;
  if (segmenter !== null) comments += `# segmenter = ${describeSegmenter(segmenter).replace(/^segmenter /, '')}\n`;
  let sentence = 0;
  for (const unit of groundUnits(segmentation)) {
    const words = toWords(unit, document.source.text, document.text);
    if (words.length === 0) continue;
    if (unit.unit.opensParagraph) comments += '# newpar\n';
    comments += `# sent_id = ${number}-${++sentence}\n# text = ${words
      .map(({ form, spaced }) => form + (spaced ? ' ' : ''))
      .join('')
      .trimEnd()}\n`;
    yield `${comments}${renderWords(words, withPartOfSpeech)}\n`;
    comments = '';
  }
}

interface ConlluWord {
  readonly form: string;
  /** The cleaned form, where it differs. */
  readonly normalized: string | null;
  /** Whether white space follows, or the document ends. */
  readonly spaced: boolean;
  /** The white space as it is. */
  readonly spaces: string;
  /** In code points of the source, without white space around it. */
  readonly range: string;
  readonly word: GroundedWord;
}

function toWords({ words }: GroundedUnit, source: string, text: string): ConlluWord[] {
  const result: ConlluWord[] = [];
  for (const [i, word] of words.entries()) {
    if (word.token.blank) continue;
    const next = words[i + 1];
    const raw = source.slice(word.start, word.end);
    const form = toToken(raw);
    const cleaned = toToken(text.slice(word.from, word.to));
    // Blanks that normalizing took out stand at the end of the word before them.
    const leading = raw.length - raw.trimStart().length;
    const inner = raw.slice(raw.trimEnd().length);
    const range = `${word.firstCodePoint + leading}:${word.endCodePoint - inner.length}`;
    const blank = next?.token.blank === true ? source.slice(next.start, next.end) : '';
    const spaces = inner + blank;
    result.push({
      form,
      normalized: cleaned === form ? null : cleaned,
      spaced: spaces !== '' || word.end >= source.length,
      spaces,
      range,
      word,
    });
  }
  return result;
}

// White space and what cannot be seen has no place in a word of the format.
const UNSEEN = /[\s\p{Cc}\p{Cs}\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]+/gu;

/** A text as a field of the format: in Unicode's composed form, without white space; `_` stands for what is left empty. */
function toToken(text: string): string {
  const field = text.normalize('NFC').replace(UNSEEN, '');
  return field === '' ? '\uFFFD' : field;
}

function renderWords(words: readonly ConlluWord[], withPartOfSpeech: boolean): string {
  const tags = words.map(({ form, word }) => tagOf(form, word, withPartOfSpeech));
  const root = Math.max(
    0,
    tags.findIndex(({ universal }) => universal !== 'PUNCT'),
  );
  let lines = '';
  for (const [i, { form, normalized, spaced, spaces, range }] of words.entries()) {
    const { universal, own } = tags[i]!;
    const relation = i === root ? '0\troot' : `${root + 1}\t${universal === 'PUNCT' ? 'punct' : 'dep'}`;
    const misc = [
      ...(normalized === null ? [] : [`Normalized=${escapeMisc(normalized)}`]),
      ...(spaced ? [] : ['SpaceAfter=No']),
      ...(spaces === '' || spaces === ' ' ? [] : [`SpacesAfter=${escapeMisc(spaces)}`]),
      `TokenRange=${range}`,
    ];
    lines += `${i + 1}\t${form}\t_\t${universal}\t${own}\t_\t${relation}\t_\t${misc.join('|')}\n`;
  }
  return lines;
}

interface Tags {
  readonly universal: string;
  readonly own: string;
}

const SHAPES: readonly (readonly [universal: string, pattern: RegExp])[] = [
  ['PUNCT', /^\p{P}+$/u],
  ['SYM', /^[\p{S}\uFFFD]+$/u],
  ['NUM', /^[0-9.,]+[%％‰]?$/u],
];

/** Without parts of speech, signs and numbers are told all the same; X is the tag of Universal Dependencies for what is not. */
function tagOf(form: string, { token }: GroundedWord, withPartOfSpeech: boolean): Tags {
  const own = (withPartOfSpeech && token.partOfSpeech) || '_';
  const shape = SHAPES.find(([, pattern]) => pattern.test(form))?.[0];
  return { universal: shape ?? (own === '_' ? 'X' : universalTagOf(loadPartOfSpeechTags(), own)), own };
}

/** Escapes as UDPipe writes white space in SpacesAfter. */
function escapeMisc(text: string): string {
  const escapes: Readonly<Record<string, string>> = {
    '\\': '\\\\',
    '|': '\\p',
    ' ': '\\s',
    '\t': '\\t',
    '\r': '\\r',
    '\n': '\\n',
  };
  return toPrintableLine(text.replace(/[\\| \t\r\n]/g, (sign) => escapes[sign]!).replace(/[^\S\n]/g, '\\s'));
}
