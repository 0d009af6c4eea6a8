import type { Span } from './span.js';

export type Severity = 'info' | 'warning' | 'error';

/** Something a user should know about one document: what, where, how bad. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable, kebab-case, for scripts: `noise-removed`, `unreadable`, `empty`. */
  readonly code: string;
  /** One sentence for people: what was found and what to do. */
  readonly message: string;
  readonly path: string | null;
  /** In the source text, where the matter has a place. */
  readonly span: Span | null;
}
