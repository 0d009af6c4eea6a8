import type { Framework, FrameworkMember } from '../../model/framework.js';

/** A framework before it has its id: parents are named by their place in the list. */
export interface FrameworkDraft extends Omit<Framework, 'id' | 'parent' | 'members'> {
  /** Found once all are composed. */
  parent: FrameworkDraft | null;
  readonly members: readonly Omit<FrameworkMember, 'framework'>[];
  /** By member: the framework that it opens. */
  readonly opens: (FrameworkDraft | null)[];
  /** An enumeration that the report counts but does not name; never a parent. */
  readonly list: boolean;
}
