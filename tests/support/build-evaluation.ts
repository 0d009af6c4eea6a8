import type { GoldDocument, GoldFramework } from '../../src/corpus/evaluate/gold-document.js';
import type { PredictedDocument, PredictedFramework } from '../../src/corpus/evaluate/predicted-document.js';

/** An annotated framework; a label `预诊/防治` has a second half. */
export function buildGoldFramework(
  name: string,
  labels: readonly string[],
  fields: Partial<GoldFramework> = {},
): GoldFramework {
  return {
    name,
    aliases: [],
    category: null,
    pattern: 'counted',
    tier: 'core',
    optional: false,
    groups: [],
    declared: labels.length,
    items: labels.map(splitLabel),
    quote: null,
    article: null,
    holder: null,
    parent: null,
    ...fields,
  };
}

export function buildGold(frameworks: readonly GoldFramework[], fields: Partial<GoldDocument> = {}): GoldDocument {
  return { doc: 'a.txt', articles: [], frameworks, mentions: [], optionalMentions: [], ...fields };
}

/** A given framework, right in every field that `buildGoldFramework` fills in. */
export function buildGivenFramework(
  name: string,
  labels: readonly string[],
  fields: Partial<PredictedFramework> = {},
): PredictedFramework {
  return {
    id: name,
    name,
    category: null,
    pattern: 'counted',
    groups: [],
    declared: labels.length,
    confidence: 0.9,
    holder: null,
    article: null,
    parent: null,
    span: null,
    quote: null,
    items: labels.map((label) => ({ ...splitLabel(label), span: null, quote: null })),
    ...fields,
  };
}

export function buildPrediction(
  frameworks: readonly PredictedFramework[],
  fields: Partial<PredictedDocument> = {},
): PredictedDocument {
  return { id: 'x/a.txt', path: 'x/a.txt', format: 'txt', articles: [], frameworks, mentions: [], ...fields };
}

function splitLabel(text: string): { readonly label: string; readonly pair: string | null } {
  const [label = '', pair = null] = text.split('/');
  return { label, pair };
}
