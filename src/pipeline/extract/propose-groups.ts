import { createSpan, type Span } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import { findFlatGroups, stretchOf } from './flat-groups.js';
import type { Formula } from './formula.js';
import { definedName, findDefinitions, findSteps, wholeDefinition } from './group-definitions.js';
import { findGroupRows } from './group-rows.js';
import { groupsInName } from './groups-in-name.js';
import { createMember, createProposal, type MemberDraft, type Proposal } from './member-draft.js';
import { proposeInName } from './propose-in-name.js';
import { quotedWords } from './quoted-words.js';
import { sectionsOfGroups } from './sections-of-groups.js';

/** An element for each group of a compound, with how well the elements agree with the groups. */
export interface GroupProposal {
  readonly proposal: Proposal;
  readonly agreement: number;
}

/** The groups of a compound as the report words them: 贯穿一条主线, 健全两个组织 …; at the least as the name gives them. */
export function proposeGroups(context: ArticleContext, formula: Formula): GroupProposal[] {
  const { text } = context;
  // Where each group is one thing, it is told in the report's words.
  const single = formula.groups.every(({ count }) => count === 1);
  const found = findGroupRows(context, formula).map(({ members, agreement, distance }): GroupProposal => {
    const quoted = quotedGroups(text, formula, members);
    const named = members.map(({ label, body, pair }, i) =>
      createMember(
        quoted?.[i] ??
          namedBefore(text, formula, label, i) ??
          (single ? wholeDefinition(text, label) : definedName(text, label, formula.groups[i]!)),
        body,
        pair,
      ),
    );
    return { proposal: createProposal('groups', named, distance), agreement };
  });
  for (const told of [findDefinitions(context, formula), findSteps(context, formula)]) {
    if (told === null) continue;
    // What each is said to be is nearer than any heading.
    found.push({ proposal: createProposal('groups', told, 0), agreement: 1 });
  }
  const flat = findFlatGroups(context, formula);
  const flatNames = flat === null ? null : groupsInName(text, formula);
  if (flat !== null && flatNames !== null) {
    const told = flatNames.map((name, i) => createMember(name, stretchOf(flat.groups[i]!), null));
    found.push({ proposal: createProposal('groups', told, flat.distance), agreement: 1 });
  }
  for (const proposal of proposeInName(context, formula)) found.push({ proposal, agreement: 1 });
  const names = groupsInName(text, formula);
  if (names !== null) {
    const sections = sectionsOfGroups(context, formula);
    const named = names.map((name, i) => createMember(name, sections?.[i] ?? null, null));
    found.push({ proposal: createProposal('name', named, 0), agreement: 1 });
  }
  return found;
}

/** 三不是不比较、不责备: the group is named right before what it is. */
function namedBefore(text: string, formula: Formula, label: Span, index: number): Span | null {
  const name = groupsInName(text, formula)?.[index];
  if (name === undefined) return null;
  const wording = text.slice(name.start, name.end);
  const at = text.lastIndexOf(wording, label.start - wording.length);
  return at > formula.span.end && label.start - at - wording.length <= 1 ? createSpan(at, at + wording.length) : null;
}

/** 织密“一网” … 推行“五联” …: where each element quotes its group, that is its name. */
function quotedGroups(text: string, formula: Formula, members: readonly MemberDraft[]): Span[] | null {
  const names = groupsInName(text, formula)?.map(({ start, end }) => text.slice(start, end));
  if (names === undefined) return null;
  const quoted = members.map(({ label }, i) =>
    quotedWords(text, label).find(({ start, end }) => text.slice(start, end) === names[i]),
  );
  return quoted.every((word) => word !== undefined) ? quoted : null;
}
