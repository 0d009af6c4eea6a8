import { flagsAt, OPEN_QUOTE } from '../../language/characters.js';
import type { Framework, FrameworkMember } from '../../model/framework.js';

/** What a report tells of a practice beside its members. */
export type Circumstances = Pick<Framework, 'place' | 'date' | 'outcomes'>;

/** A framework before it has its id: parents are named by their place in the list. Its circumstances are found once all are composed. */
export interface FrameworkDraft extends Omit<Framework, 'id' | 'parent' | 'members' | keyof Circumstances> {
  /** Found once all are composed. */
  parent: FrameworkDraft | null;
  readonly members: readonly Omit<FrameworkMember, 'framework'>[];
  /** By member: the framework that it opens. */
  readonly opens: (FrameworkDraft | null)[];
  /** An enumeration that the report counts but does not name; never a parent. */
  readonly list: boolean;
}

/** Whether the report names a practice, rather than counts some things: in quotes, with a method noun, as several numbers or as a part of these. */
export function isNamedPractice(text: string, { list, category, groups, span, parent }: FrameworkDraft): boolean {
  if (list) return false;
  if (parent?.pattern === 'compound') return true;
  return category !== null || groups.length !== 1 || (flagsAt(text, span.start) & OPEN_QUOTE) !== 0;
}
