import type { NormalizedDocument, SourceDocument } from '../../model/document.js';
import { convertCharacters } from './convert-characters.js';
import { EditOffsetMap } from './edit-offset-map.js';
import { applyDeletions, composeEdits, type Edits } from './edits.js';
import { findBrokenLines } from './find-broken-lines.js';
import { findInsertedPinyin } from './find-inserted-pinyin.js';
import { findStrayBlanks } from './find-stray-blanks.js';
import { countChanges } from './list-changes.js';
import { type Line, readLines } from './read-lines.js';

/**
 * The text as the later stages read it: simplified, letters and digits half-width, without inserted pinyin, stray
 * blanks and line breaks in mid-sentence.
 *
 * Deletions come first, for they bring together what words are made of (乾(qián)隆, 乾 隆), characters last. Each step
 * looks at characters in a way that the other steps do not change, so normalizing the outcome again changes nothing.
 * Any string is taken, lone surrogates too.
 */
export function normalizeDocument(source: SourceDocument): NormalizedDocument {
  const cleaned = cleanText(source.text, source.format === 'md');
  const converted = convertCharacters(cleaned.text);
  const edits = composeEdits(cleaned.edits, converted.edits);
  return {
    source,
    text: converted.text,
    offsets: new EditOffsetMap(edits, converted.text.length),
    script: converted.script,
    changeCounts: countChanges(source.text, converted.text, edits),
  };
}

interface CleanedText {
  readonly text: string;
  /** From the source, deletions only. */
  readonly edits: Edits;
}

/** Without what normalizing takes out; characters are as they were. */
export function cleanText(source: string, markdown: boolean): CleanedText {
  const pinyin = findInsertedPinyin(source);
  let current: CleanedText = { text: applyDeletions(source, pinyin), edits: pinyin };
  for (;;) {
    const joined = joinLines(current, markdown);
    current = remove(joined, findStrayBlanks(joined.text, joined.lines));
    // Lines that lose blanks may show another width to break at.
    if (current.text === joined.text) return current;
  }
}

/**
 * Takes out line breaks round by round: paragraphs of another width show once the first are joined. Each round takes a
 * fair share of the lines.
 */
function joinLines(cleaned: CleanedText, markdown: boolean): CleanedText & { readonly lines: readonly Line[] } {
  let current = cleaned;
  for (;;) {
    const lines = readLines(current.text, { markdown });
    const breaks = findBrokenLines(current.text, lines);
    if (breaks.starts.length === 0) return { ...current, lines };
    current = remove(current, breaks);
  }
}

function remove(cleaned: CleanedText, edits: Edits): CleanedText {
  if (edits.starts.length === 0) return cleaned;
  return { text: applyDeletions(cleaned.text, edits), edits: composeEdits(cleaned.edits, edits) };
}
