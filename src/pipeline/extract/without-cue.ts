import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';

/** 即1名律师, 分别是集中学习: without the word that leads over to the members. */
export function withoutCue(text: string, span: Span): Span {
  const cue = loadFrameworkRules().cuesAfter.longestAt(text, span.start);
  return cue === null || span.end - span.start - cue.length < 2 ? span : createSpan(span.start + cue.length, span.end);
}
