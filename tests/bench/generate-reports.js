import { Converter } from 'opencc-js/cn2t';
import { READINGS, VOCABULARY } from './report-vocabulary.js';

/**
 * Invented work reports for measuring speed: mostly plain prose with figures and quotes, a framework about every 800 characters,
 * some documents in traditional characters, some with inserted pinyin. The same seed gives the same reports.
 *
 * They stand between the published reports that we counted: of 1,000 characters 8 begin a figure (published: 2 in state reports, 3 to 9 in reports on
 * working methods), 3 open a quotation (2; 8 to 15). A framework comes every 800 characters (5,000; 500).
 */

const DIGITS = [...'零一二三四五六七八九十'];
const CHARACTERS_BETWEEN_FRAMEWORKS = 1200;
/** Of the sentences between frameworks, those that may tell figures. */
const FIGURES_SHARE = 0.3;
const SHORTEST = 1800;
const LONGEST = 6500;
const TRADITIONAL_SHARE = 0.15;
const PINYIN_SHARE = 0.08;
const FULL_WIDTH_SHARE = 0.5;
const FULL_WIDTH = new Map(Object.entries({ ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' }));

/** @typedef {typeof VOCABULARY} Vocabulary */

/**
 * JSON lines (`id`, `title`, `text`) until they hold at least `bytes` bytes.
 * @param {number} seed @param {number} bytes
 * @returns {Generator<string>}
 */
export function* generateReports(seed, bytes) {
  const random = createRandom(seed);
  const traditional = translate(VOCABULARY, Converter({ from: 'cn', to: 'tw' }));
  let written = 0;
  for (let n = 1; written < bytes; n += 1) {
    const writer = new ReportWriter(random, random() < TRADITIONAL_SHARE ? traditional : VOCABULARY);
    const { title, text } = writer.write();
    const punctuated = random() < FULL_WIDTH_SHARE ? widenPunctuation(text) : text;
    const finished = random() < PINYIN_SHARE ? insertReadings(punctuated, random) : punctuated;
    const line = `${JSON.stringify({ id: `R${String(n).padStart(6, '0')}`, title, text: finished })}\n`;
    written += Buffer.byteLength(line);
    yield line;
  }
}

/** Mulberry32: numbers from 0 to 1 by a seed. @param {number} seed */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same lists with every string converted. @param {any} value @param {(text: string) => string} convert @returns {any} */
function translate(value, convert) {
  if (typeof value === 'string') return convert(value.replaceAll('“', '「').replaceAll('”', '」'));
  if (Array.isArray(value)) return value.map((item) => translate(item, convert));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, translate(item, convert)]));
}

/** @param {string} text */
function widenPunctuation(text) {
  return text.replace(/[,:;()]/g, (sign) => FULL_WIDTH.get(sign) ?? sign);
}

/** @param {string} text @param {() => number} random */
function insertReadings(text, random) {
  return text.replace(/\p{Script=Han}/gu, (character) => {
    const reading = READINGS.get(character);
    return reading !== undefined && random() < 0.4 ? `${character}(${reading})` : character;
  });
}

class ReportWriter {
  /** @param {() => number} random @param {Vocabulary} words */
  constructor(random, words) {
    this.random = random;
    this.words = words;
    this.quotes = words === VOCABULARY ? '“”' : '「」';
    /** Characters of plain prose since the last framework. */
    this.plain = 300;
    this.place = this.choosePlace();
  }

  write() {
    const length = SHORTEST + Math.floor(this.random() * (LONGEST - SHORTEST));
    const title = this.fill(`${this.place}{bureau}${this.choose(this.words.heading)}`);
    const lines = [title, this.fill('{place}{bureau}'), '', this.writeParagraph()];
    for (let section = 1; this.measure(lines) < length; section += 1) {
      lines.push(`${DIGITS[Math.min(section, 10)]}、${this.fill(this.choose(this.words.heading))}`);
      for (let rest = 1 + this.number(3); rest > 0; rest -= 1) lines.push(this.writeParagraph());
      if (this.random() < 0.2) lines.push(...this.writeHeadings());
    }
    return { title, text: `${lines.join('\n')}\n` };
  }

  /** @param {readonly string[]} lines */
  measure(lines) {
    return lines.reduce((sum, line) => sum + line.length, 0);
  }

  /** A paragraph of prose; a framework stands in it when one is due. */
  writeParagraph() {
    let paragraph = '';
    for (let rest = 3 + this.number(5); rest > 0; rest -= 1) {
      const { sentence: telling, plainSentence } = this.words;
      const sentence = this.fill(this.choose(this.random() < FIGURES_SHARE ? telling : plainSentence));
      paragraph += sentence;
      this.plain += sentence.length;
      if (this.plain > CHARACTERS_BETWEEN_FRAMEWORKS * (0.5 + this.random())) {
        this.plain = 0;
        paragraph += this.writeFramework();
      }
    }
    return paragraph;
  }

  writeFramework() {
    const kinds = [this.writeCounted, this.writeSteps, this.writePaired, this.writeCombined, this.writeCompound];
    if (this.random() < 0.2)
      return this.fill(`${this.choose(this.words.doer)}{action},${this.choose(this.words.mention)}。`);
    return this.choose(kinds).call(this);
  }

  /** 推行“四清”工作法,做到底数清、问题清、责任清、结果清。 */
  writeCounted() {
    const count = 3 + this.number(4);
    const head = this.choose(this.words.head);
    const members = this.chooseSome(this.words.subject, count).map((subject) => subject + head);
    return this.fill(
      `{place}推行${this.quote(DIGITS[count] + head)}${this.choose(this.words.practice)},做到${members.join('、')},{result}。`,
    );
  }

  /** 做到“三清”。一是底数清。…二是… */
  writeSteps() {
    const count = 3 + this.number(3);
    const head = this.choose(this.words.head);
    const members = this.chooseSome(this.words.subject, count).map((subject, i) => {
      return `${DIGITS[i + 1]}是${subject}${head}。${this.fill('{doer}{action},{result}。')}`;
    });
    return `${this.fill('{office}要求')}${this.quote(DIGITS[count] + head)}。${members.join('')}`;
  }

  /** 实行“三看三定”机制,看资源定产业、… */
  writePaired() {
    const count = 3 + this.number(3);
    const heads = this.choose(this.words.pairHead);
    const first = heads.charAt(0);
    const second = heads.charAt(1);
    const subjects = this.chooseSome(this.words.subject, count * 2);
    const members = Array.from({ length: count }, (_, i) => first + subjects[2 * i] + second + subjects[2 * i + 1]);
    const name = this.quote(DIGITS[count] + first + DIGITS[count] + second);
    return this.fill(`{place}{bureau}实行${name}${this.choose(this.words.practice)},${members.join('、')},{result}。`);
  }

  /** 坚持三个结合,即… */
  writeCombined() {
    const count = 2 + this.number(4);
    const head = this.choose(this.words.combined);
    const members = this.chooseSome(this.words.subject, count).map(
      (subject) => `${subject}与${this.choose(this.words.subject)}相${head}`,
    );
    return `坚持${DIGITS[count]}个${head},即${members.join('、')}。`;
  }

  /** 探索“一网二库三队”模式,… */
  writeCompound() {
    const heads = this.choose(this.words.compound).slice(0, 3);
    const groups = heads.map((head, i) =>
      this.chooseSome(this.words.subject, i + 1)
        .map((subject) => subject + head)
        .join('、'),
    );
    const name = heads.map((head, i) => DIGITS[i + 1] + head).join('');
    const parts = groups.map((group, i) => `${this.quote(DIGITS[i + 1] + (heads[i] ?? ''))}即${group}`);
    return this.fill(`{place}探索${this.quote(name)}${this.choose(this.words.practice)},${parts.join(';')},{result}。`);
  }

  /** (一)底数清 … as headings with their paragraphs. */
  writeHeadings() {
    const count = 3 + this.number(3);
    const head = this.choose(this.words.head);
    this.plain = 0;
    const lines = this.chooseSome(this.words.subject, count).flatMap((subject, i) => {
      return [`(${DIGITS[i + 1]})${subject}${head}`, this.fill(this.choose(this.words.sentence))];
    });
    return [
      this.fill(`{place}{bureau}总结出${this.quote(DIGITS[count] + head)}${this.choose(this.words.practice)}。`),
      ...lines,
    ];
  }

  /** @param {string} template @returns {string} */
  fill(template) {
    return template.replace(/\{(\w+?)2?\}/g, (_, /** @type {string} */ slot) => this.fillSlot(slot));
  }

  /** @param {string} slot @returns {string} */
  fillSlot(slot) {
    switch (slot) {
      case 'number':
        return String(this.random() < 0.5 ? 1 + this.number(99) : 100 + this.number(9000));
      case 'percent':
        return `${60 + this.number(39)}.${this.number(10)}%`;
      case 'year':
        return String(2008 + this.number(17));
      case 'month':
        return String(1 + this.number(12));
      case 'place':
        return this.random() < 0.5 ? this.place : this.choosePlace();
      case 'office':
        return this.fill(this.random() < 0.5 ? '{bureau}' : `${this.place}{bureau}`);
      default: {
        const list = /** @type {Readonly<Record<string, unknown>>} */ (this.words)[slot];
        if (!Array.isArray(list)) throw new Error(`no list for {${slot}}`);
        return this.fill(this.choose(list));
      }
    }
  }

  choosePlace() {
    const { placeStarts, placeEnds, placeKinds } = this.words;
    return this.choose(placeStarts) + this.choose(placeEnds) + this.choose(placeKinds);
  }

  /** @param {string} name */
  quote(name) {
    return `${this.quotes[0]}${name}${this.quotes[1]}`;
  }

  /** From 0 to `limit` - 1. @param {number} limit */
  number(limit) {
    return Math.floor(this.random() * limit);
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  choose(list) {
    return /** @type {T} */ (list[this.number(list.length)]);
  }

  /** Different ones, in the order of the list. @template T @param {readonly T[]} list @param {number} count */
  chooseSome(list, count) {
    const start = this.number(list.length);
    const step = 1 + this.number(2);
    return Array.from({ length: count }, (_, i) => /** @type {T} */ (list[(start + i * step) % list.length]));
  }
}
