import { Converter } from 'opencc-js/cn2t';
import type { Random } from './random.js';

/**
 * What happens to a report on its way through web pages, scans and word processors without a reader taking anything else from it.
 * `openings` are the offsets where members begin, as far as they are known.
 */
export type ReportChange = (text: string, random: Random, openings: ReadonlySet<number>) => string;

const toTraditional = Converter({ from: 'cn', to: 't' });

/** OpenCC's s2t. */
export const writeTraditional: ReportChange = (text) => toTraditional(text);

const SYLLABLES =
  'dǎo yīng chǔ wéi zhǎng dá diào jié nán gōng zuò qún zhòng shí xíng lǐ fú wù guǎn jiàn biāo zhǔn zhì dù rén yuán lǜ nǚ ér ān è'.split(
    ' ',
  );

/** 导(dǎo): how a tenth of the characters are read, right or wrong. */
export const insertPinyin: ReportChange = (text, random) =>
  text.replace(/\p{Script=Han}/gu, (character) =>
    random.chance(0.1) ? `${character}(${random.choose(SYLLABLES)})` : character,
  );

/** Marks of members in running text; 一、 and （一） open sections and stay on lines of their own. */
const RUNNING_MARK =
  /^\s*(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+[，,]|其[一二三四五六七八九十]+[，,]|首先|其次|再次|最后|一方面|另一方面|[①-⑳⑴-⒇]|[(（]\d+[)）])/u;
const SECTION_MARK = /^\s*(?:[#>*|·•\-—]|[(（【第篇壹贰叁肆伍陆柒捌玖拾ⅠⅡⅢⅣⅤ\d]|[一二三四五六七八九十]+[、.．])/u;
/** A line of whole sentences; a heading is none. */
const SENTENCES = /[。；！？]["”」』）)]*\s*$/u;

/** Sentences that stood on lines of their own run together; lines that open a section or a member without a mark stay. */
export const joinSentences: ReportChange = (text, _random, openings) => {
  let joined = '';
  let at = 0;
  let before = '';
  for (const line of text.split('\n')) {
    const start = at + (line.length - line.trimStart().length);
    at += line.length + 1;
    const running = RUNNING_MARK.test(line);
    const goesOn = running
      ? before.trim() !== ''
      : !SECTION_MARK.test(line) && !openings.has(start) && SENTENCES.test(line);
    if (goesOn && SENTENCES.test(before) && line.trim() !== '') joined += line.trimStart();
    else joined += joined === '' && before === '' ? line : `\n${line}`;
    before = line;
  }
  return joined;
};

/** About every other sentence of a paragraph begins a line of its own. */
export const splitSentences: ReportChange = (text, random) =>
  text.replace(/[。！？](?![\n"”」』）)])/gu, (sign) => (random.chance(0.5) ? `${sign}\n` : sign));

/** Every paragraph is broken at a margin, as in text copied from a page; no line begins with a closing sign or in mid-word. */
export const wrapLines: ReportChange = (text, random) => {
  const width = random.between(32, 44);
  return text
    .split('\n')
    .map((line) => wrapLine([...line], width).join('\n'))
    .join('\n');
};

const NARROW = /[\p{ASCII}\p{Script=Latin}]/u;
const NOT_FIRST = /[，。、；：！？）)”’」』》〉…,.;:!?%\d\p{Script=Latin}]/u;
const NOT_LAST = /[（(“‘「『《〈]/u;

/** `width` counts Chinese characters; Latin letters and digits take half the room. */
function wrapLine(characters: readonly string[], width: number): string[] {
  const lines = [];
  let start = 0;
  for (let at = 0, used = 0; at < characters.length; at += 1) {
    used += NARROW.test(characters[at]!) ? 0.5 : 1;
    if (used <= width) continue;
    let end = at;
    while (end > start + 1 && (NOT_FIRST.test(characters[end]!) || NOT_LAST.test(characters[end - 1]!))) end -= 1;
    lines.push(characters.slice(start, end).join(''));
    start = end;
    at = end - 1;
    used = 0;
  }
  return [...lines, characters.slice(start).join('')];
}

/** The 、 of half of the lists becomes a comma; that of a mark (一、, 貳、, spaced out 二 、) stays. */
export const writeCommas: ReportChange = (text, random) =>
  text.replace(/[^。；;：:！？!?（）()\n]+/gu, (stretch) => (random.chance(0.5) ? commaStretch(stretch) : stretch));

function commaStretch(stretch: string): string {
  return stretch.replace(
    /(^\s*(?:[一二三四五六七八九十\d]{1,3}|[壹贰貳叁參肆伍陆陸柒捌玖拾甲乙丙丁])\s?)?、/gu,
    (found, mark) => (mark === undefined ? '，' : found),
  );
}
