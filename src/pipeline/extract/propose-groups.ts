import type { ArticleContext } from './article-context.js';
import type { Formula } from './formula.js';
import { definedName, findDefinitions, findSteps } from './group-definitions.js';
import { findGroupRows } from './group-rows.js';
import { groupsInName } from './groups-in-name.js';
import { bare, type MemberDraft, type Proposal } from './member-draft.js';

/** An element for each group of a compound, with how well the elements agree with the groups. */
export interface GroupProposal extends Proposal {
  readonly agreement: number;
}

/** The groups of a compound as the report words them: 贯穿一条主线, 健全两个组织 …; at the least as the name gives them. */
export function proposeGroups(context: ArticleContext, formula: Formula): GroupProposal[] {
  const { text } = context;
  const found = findGroupRows(context, formula).map(({ members, agreement, distance }): GroupProposal => {
    const named = members.map((member, i) => {
      return { ...member, label: definedName(text, member.label, formula.groups[i]!) };
    });
    return { kind: 'groups', members: named, distance, agreement };
  });
  for (const told of [findDefinitions(context, formula), findSteps(context, formula)]) {
    if (told !== null) found.push({ kind: 'groups', members: told, distance: distanceTo(formula, told), agreement: 1 });
  }
  const names = groupsInName(text, formula);
  if (names !== null) found.push({ kind: 'name', members: names.map(bare), distance: 0, agreement: 1 });
  return found;
}

function distanceTo(formula: Formula, members: readonly MemberDraft[]): number {
  return members[0]!.label.start - formula.span.end;
}
