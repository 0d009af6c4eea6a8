import { loadFeatureNotes } from '../resources/link-weights.js';
import { cutToWidth, fillLines, measureWidth, padToWidth, wrapToWidth } from './display-width.js';
import type {
  ExplainedCandidateRecord,
  ExplainedNameRecord,
  ExplanationRecord,
  RejectedCandidateRecord,
} from './explanation-record.js';
import { DROP_WORDS, REJECTION_WORDS, RULE_WORDS } from './explanation-words.js';
import type { ExtractionRecord } from './extraction-record.js';
import type { ExtractionWriter } from './extraction-writer.js';
import { renderLinks } from './links-table.js';
import { createPainter, type Painter } from './paint.js';
import { toPrintableLine } from './printable.js';

export interface ExplanationTextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether only certain names are explained: documents without them are left out. */
  readonly onlyExplained: boolean;
}

const SHOWN_PLACES = 3;
const SHOWN_REJECTED = 3;
const MEMBER_LINES = 6;
/** What is told of a name or list stands behind a margin as wide as this. */
const MARGIN = '  rejected 1  ';
/** In a narrower column a text is hard to read. */
const LEAST_TEXT = 20;

/** For people: each name of a document with its list, what was weighed, and what was rejected why. */
export function createExplanationWriter(options: ExplanationTextOptions): ExtractionWriter {
  const painter = createPainter(options.colour);
  const page = new Page(options.width, painter, options.onlyExplained);
  let first = true;
  return {
    begin: () => '',
    document(record) {
      const names = record.explanation?.names ?? [];
      if (names.length === 0 && options.onlyExplained) return '';
      const gap = first ? '' : '\n\n';
      first = false;
      return `${gap}${page.renderDocument(record).join('\n')}\n`;
    },
    // Failures are told on standard error.
    failure: () => '',
    links: (links) => renderLinks(links, options.width, painter),
    end: () => '',
  };
}

/** Explanations for a terminal of one width. */
class Page {
  readonly #width: number;
  readonly #painter: Painter;
  readonly #inFull: boolean;

  /** @param inFull whether also what was passed over is told in full */
  constructor(width: number, painter: Painter, inFull: boolean) {
    this.#width = width;
    this.#painter = painter;
    this.#inFull = inFull;
  }

  renderDocument(record: ExtractionRecord): string[] {
    const heading = [toPrintableLine(record.id), toPrintableLine(record.title ?? '')].join('  ').trimEnd();
    const { explanation } = record;
    const names = explanation?.names ?? [];
    const lines = [this.#painter.strong(cutToWidth(heading, this.#width))];
    if (explanation === undefined || names.length === 0) {
      return [...lines, this.#painter.faint('no counted name was read')];
    }
    lines.push(...wrapToWidth(describeScores(explanation), this.#width).map((line) => this.#painter.faint(line)));
    const frameworks = new Map(record.frameworks.map(({ id, name }) => [id, name]));
    const isShort = (name: ExplainedNameRecord) => !this.#inFull && isPassedOver(name);
    const passedOver = names.filter(isShort);
    for (const name of names) if (!isShort(name)) lines.push('', ...this.#renderName(name, frameworks));
    if (passedOver.length > 0) lines.push('', ...this.#renderPassedOver(passedOver));
    return lines;
  }

  #renderName(name: ExplainedNameRecord, frameworks: ReadonlyMap<string, string>): string[] {
    const { chosen, rejected } = name;
    const title = toPrintableLine(name.name);
    const [first, ...rest] = wrapToWidth(`${title}  ${describeDecision(name, frameworks)}`, this.#width);
    const lines = [this.#strongStart(first!, title), ...rest, ...this.#renderPlaces(name)];
    if (chosen !== null) lines.push(...this.#renderCandidate(chosen));
    // The chosen list once more: its place and score tell enough.
    const again = rejected.filter(({ reason }) => reason === 'same-members');
    if (again.length > 0) lines.push(...this.#margin('also seen', again.map(describeSighting).join('; ')));
    const rivals = rejected.filter(({ reason }) => reason !== 'same-members');
    for (const [i, rival] of rivals.slice(0, SHOWN_REJECTED).entries()) {
      lines.push('', ...this.#margin(`rejected${rivals.length > 1 ? ` ${i + 1}` : ''}`, describeRejection(rival)));
      lines.push(...this.#renderCandidate(rival));
    }
    const more = rivals.length - SHOWN_REJECTED;
    if (more > 0) lines.push('', ...this.#margin('', `${more} more rejected; --format json tells them all`));
    return lines;
  }

  #renderPlaces({ places }: ExplainedNameRecord): string[] {
    const shown = places.slice(0, SHOWN_PLACES);
    const quotes = shown.map(({ quote }) => cutToWidth(toPrintableLine(quote), 30));
    const widest = Math.max(...quotes.map(measureWidth));
    const lines = shown.flatMap(({ rule, span }, i) =>
      this.#margin(i === 0 ? 'read' : '', `${padToWidth(quotes[i]!, widest)}  line ${span.line}: ${RULE_WORDS[rule]}`),
    );
    const more = places.length - shown.length;
    return more > 0 ? [...lines, ...this.#margin('', `and at ${more} more ${more === 1 ? 'place' : 'places'}`)] : lines;
  }

  #renderCandidate(candidate: ExplainedCandidateRecord): string[] {
    const { members, kind, score } = candidate;
    const labels = members.map(({ label, pair }) => toPrintableLine(pair === null ? label : `${label}/${pair}`));
    return [
      ...fillLines(labels, this.#width - MARGIN.length, MEMBER_LINES).map((line, i) =>
        this.#line(i === 0 ? 'members' : '', line),
      ),
      ...this.#margin('found as', `${describeKind(kind)} (${describeLines(candidate)})`),
      ...this.#renderFeatures(candidate),
      this.#line('', `${signed(score)}  the score`),
    ];
  }

  /** What adds most, for or against, comes first; what adds nothing stays out. */
  #renderFeatures({ features }: ExplainedCandidateRecord): string[] {
    const notes = loadFeatureNotes();
    const telling = features.filter(({ contribution }) => Math.abs(contribution) >= 0.005);
    const names = Math.max(0, ...telling.map(({ feature }) => feature.length));
    return [...telling]
      .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
      .flatMap(({ feature, value, weight, contribution }, i) => {
        const sum = `${short(value)} × ${signed(weight).trimStart()}`;
        const full = `${signed(contribution)}  ${sum.padEnd(13)}  ${feature.padEnd(names)}  `;
        const fits = this.#width - MARGIN.length - full.length >= LEAST_TEXT;
        return this.#margin(
          i === 0 ? 'because' : '',
          notes.get(feature) ?? '',
          fits ? full : `${signed(contribution)}  `,
        );
      });
  }

  #renderPassedOver(names: readonly ExplainedNameRecord[]): string[] {
    const told = names.map(({ name, places }) => `${toPrintableLine(name)} (line ${places[0]!.span.line})`);
    return [
      ...wrapToWidth(`passed over  ${DROP_WORDS['no-name']}`, this.#width),
      ...fillLines(told, this.#width - MARGIN.length, MEMBER_LINES).map((line) => this.#line('', line)),
    ];
  }

  /** A text behind a word in the margin; its further lines stand below its first. */
  #margin(word: string, text: string, start = ''): string[] {
    const indent = MARGIN.length + measureWidth(start);
    return wrapToWidth(text, Math.max(LEAST_TEXT, this.#width - indent)).map((line, i) =>
      this.#line(i === 0 ? word : '', (i === 0 ? start : ' '.repeat(measureWidth(start))) + line),
    );
  }

  #line(word: string, text: string): string {
    const margin = `  ${word}`.padEnd(MARGIN.length);
    const line = cutToWidth(margin + text, this.#width).trimEnd();
    return this.#painter.faint(line.slice(0, margin.length)) + line.slice(margin.length);
  }

  #strongStart(line: string, start: string): string {
    return line.startsWith(start) ? this.#painter.strong(start) + line.slice(start.length) : this.#painter.strong(line);
  }
}

/** No name, and no list that could make it one: told in a word, or in full to those who ask for it. */
function isPassedOver({ reason, rejected }: ExplainedNameRecord): boolean {
  return reason === 'no-name' && rejected.every((candidate) => candidate.reason === 'low-score');
}

function describeScores({ threshold, decisive }: ExplanationRecord): string {
  return (
    'The score of a list adds up what speaks for it (+) and against it (-), each observation by its value × its weight. ' +
    `The best list of a name carries it out if it scores ${threshold} or more; once one scores ${decisive}, no more are looked for.`
  );
}

/** @param names those of the frameworks, by id */
function describeDecision(name: ExplainedNameRecord, names: ReadonlyMap<string, string>): string {
  const { decision, reason, framework, chosen, rejected } = name;
  const other = toPrintableLine(names.get(framework ?? '') ?? '');
  if (reason !== null) {
    return `dropped: ${DROP_WORDS[reason]}${framework === null ? '' : ` (framework ${framework}, ${other})`}`;
  }
  if (decision === 'alias') return `another name of framework ${framework}, ${other}`;
  if (decision === 'framework')
    return `framework ${framework}, score ${signed(chosen?.score ?? 0).trim()}, confidence ${chosen?.confidence.toFixed(2)}`;
  return `mention: ${rejected.length === 0 ? 'no list near it' : 'none of the lists near it carries it out'}`;
}

function describeRejection({ reason, lostTo }: RejectedCandidateRecord): string {
  return lostTo === null ? REJECTION_WORDS[reason] : `its members are those of ${toPrintableLine(lostTo)}`;
}

function describeSighting(candidate: ExplainedCandidateRecord): string {
  return `from line ${candidate.span.line} as ${describeKind(candidate.kind)}, score ${signed(candidate.score).trim()}`;
}

function describeKind(kind: string): string {
  return loadFeatureNotes().get(`kind:${kind}`) ?? kind;
}

function describeLines({ span, members }: ExplainedCandidateRecord): string {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const member of members) {
    first = Math.min(first, member.span.line);
    last = Math.max(last, member.span.line);
  }
  const where = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return `${where}; the name in line ${span.line}`;
}

/** `+4.46`, ` -0.90`: with sign and two places, in a column. */
function signed(value: number): string {
  const rounded = Math.round(value * 100) / 100 + 0;
  return `${rounded < 0 ? '-' : '+'}${Math.abs(rounded).toFixed(2)}`.padStart(6);
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
