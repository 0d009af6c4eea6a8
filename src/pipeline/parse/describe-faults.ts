import type { Diagnostic } from '../../model/diagnostic.js';
import type { NormalizedDocument } from '../../model/document.js';
import type { NumberingFault, SectionOutline } from '../../model/section-outline.js';

/** What is wrong with the numbers of headings, for the user. Spans refer to the source. */
export function describeFaults({ faults }: SectionOutline, { source, offsets }: NormalizedDocument): Diagnostic[] {
  return faults.map((fault) => ({
    severity: 'warning',
    code: `numbering-${fault.kind}`,
    message: describeFault(fault),
    path: source.path,
    span: offsets.toSource(fault.span),
  }));
}

function describeFault({ kind, mark, expected, found }: NumberingFault): string {
  if (kind === 'doubled') return `the heading number ${mark} stands twice, where ${expected} was due`;
  if (found < expected) return `the heading number ${mark} goes back: ${expected} was due`;
  if (found === expected + 1) return `the heading number ${mark} leaves out ${expected}`;
  return `the heading number ${mark} leaves out ${expected} to ${found - 1}`;
}
