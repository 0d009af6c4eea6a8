import { ENUMERATION_COMMA, flagsAt, HAN, NEWLINE, OPEN_QUOTE } from '../../language/characters.js';
import { CLAUSE_STOP, findOutside } from '../../language/clauses.js';
import type { FormulaGroup } from '../../model/framework.js';
import { createSpan, type Span } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import type { Formula } from './formula.js';
import { groupsInName } from './groups-in-name.js';
import { createMember, type MemberDraft } from './member-draft.js';
import { compactName } from './read-name.js';

/** The next step of a name like 一问二看三算 follows within so many code units. */
const STEP_REACH = 800;
/** The next “3”就是 … follows within so many code units. */
const DEFINITION_REACH = 1500;

/** 一问资金去向。… 二看项目现场。…: each step of the name opens a clause below, in order. */
export function findSteps({ text, span }: ArticleContext, formula: Formula): MemberDraft[] | null {
  if (formula.shape !== 'steps') return null;
  const places: number[] = [];
  let from = formula.span.end;
  for (const [i, { head }] of formula.groups.entries()) {
    const at = indexOfStep(text, formula.name, i, head ?? '', from, Math.min(span.end, from + STEP_REACH));
    if (at < 0) return null;
    places.push(at);
    from = at + 2;
  }
  return places.map((at, i) => {
    const limit = places[i + 1] ?? Math.min(span.end, at + STEP_REACH);
    const label = createSpan(at, findOutside(text, at, limit, CLAUSE_STOP | ENUMERATION_COMMA, true));
    return createMember(label, createSpan(at, i + 1 < places.length ? limit : label.end), null);
  });
}

const STEP_NUMBERS = '一二三四五六七八九十';

/** Where a clause opens with the number of a step and shows its head: 二施足冬肥 for 二肥. */
function indexOfStep(text: string, name: string, i: number, head: string, from: number, limit: number): number {
  const number = STEP_NUMBERS.charAt(i);
  for (let at = indexOfOpening(text, number, from, limit); at >= 0; at = indexOfOpening(text, number, at + 1, limit)) {
    // The name again is not its first step.
    if (text.startsWith(name, at)) continue;
    const clause = text.slice(at + 1, findOutside(text, at + 1, limit, CLAUSE_STOP | ENUMERATION_COMMA, true));
    if (clause.startsWith(head.charAt(0)) || (head !== '' && clause.length <= STEP_LENGTH && clause.includes(head)))
      return at;
  }
  return -1;
}

/** Steps whose head does not come first are short. */
const STEP_LENGTH = 12;

/** Where a wording begins a clause within reach, or -1. */
export function indexOfOpening(text: string, wording: string, from: number, limit: number): number {
  if (wording === '') return -1;
  const stretch = text.slice(from, limit);
  for (let at = stretch.indexOf(wording); at >= 0; at = stretch.indexOf(wording, at + 1)) {
    if ((flagsAt(text, from + at - 1) & HAN) === 0) return from + at;
  }
  return -1;
}

/** “1”就是建强一个临时党委 … “N”就是汇聚N方资源: each group of the name is quoted below and told what it is. */
export function findDefinitions({ text, span }: ArticleContext, formula: Formula): MemberDraft[] | null {
  const tokens =
    formula.shape === 'groups' || formula.shape === 'steps'
      ? (groupsInName(text, formula)?.map(({ start, end }) => compactName(text.slice(start, end))) ?? [])
      : compactName(formula.name).split(formula.shape === 'plus' ? '+' : '');
  if (tokens.length !== formula.groups.length || tokens.includes('')) return null;
  const places: { quote: number; after: number }[] = [];
  let from = formula.span.end;
  for (const token of tokens) {
    const place = indexOfDefinition(text, token, from, Math.min(span.end, from + DEFINITION_REACH));
    if (place === null) return null;
    places.push(place);
    from = place.after;
  }
  const bareTokens = formula.shape === 'bare' || formula.shape === 'plus';
  return places.map(({ quote, after }, i) => {
    const limit = places[i + 1]?.quote ?? Math.min(span.end, findOutside(text, after, span.end, NEWLINE));
    const told = createSpan(after, findOutside(text, after, limit, CLAUSE_STOP));
    const label = bareTokens && told.end > told.start ? told : createSpan(quote + 1, quote + 1 + tokens[i]!.length);
    return createMember(label, createSpan(quote, limit), null);
  });
}

/** Where a token stands in quotes before a defining word; the place of its quote and of what follows the word. */
function indexOfDefinition(
  text: string,
  token: string,
  from: number,
  limit: number,
): { quote: number; after: number } | null {
  const stretch = text.slice(from, limit);
  for (let found = stretch.indexOf(token); found >= 0; found = stretch.indexOf(token, found + 1)) {
    const at = from + found;
    if ((flagsAt(text, at - 1) & OPEN_QUOTE) === 0 && text.charAt(at - 1) !== '"') continue;
    const cue = /^[”」』’"][嘛呢]?[,，]?(?:就是|是指|即是|即|指的是|指|是|为|代表|[:：])/u.exec(
      text.slice(at + token.length, at + token.length + 6),
    );
    if (cue !== null) return { quote: at - 1, after: at + token.length + cue[0].length };
  }
  return null;
}

/** “1”就是坚持一个中心: what the bare number of a name is told to be. */
const TOLD_NUMBER =
  /^[“「『‘"][一二三四五六七八九十\dNXnx]{1,2}[”」』’"][嘛呢]?[,，]?(?:就是|是指|指的是|即是|即|指|是|为|代表|[:：])/u;

/** “一庭”就是人民法庭, 三段指课前预学: the element defines the group, whose name is the label. */
export function definedName(text: string, label: Span, { head }: FormulaGroup): Span {
  const wording = text.slice(label.start, label.end);
  if (head === null) {
    const told = TOLD_NUMBER.exec(wording);
    return told === null || told[0].length > wording.length - 2
      ? label
      : createSpan(label.start + told[0].length, label.end);
  }
  const start = /^(?:所谓|其中|而)?[“「『"]?/u.exec(wording)![0].length;
  const at = wording.indexOf(head);
  const end = at + head.length;
  if (at < start + 1 || at > start + 4) return label;
  if (!/^[”」』"]?[,，]?则?(?:就是|是指|指|即|是|为|分别|[:：])/u.test(wording.slice(end))) return label;
  return createSpan(label.start + start, label.start + end);
}

/** 一图,是挂在所里的地图: the comma between the name of a group and what it is told to be parts no clauses. */
export function wholeDefinition(text: string, label: Span): Span {
  const limit = label.end + DEFINITION_LENGTH;
  return label.end - label.start <= 4 && /^[,，](?:就是|是|即|指)/u.test(text.slice(label.end, label.end + 3))
    ? createSpan(label.start, findOutside(text, label.end + 1, Math.min(limit, text.length), CLAUSE_STOP))
    : label;
}

const DEFINITION_LENGTH = 40;
