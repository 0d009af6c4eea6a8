import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const schemas = Object.fromEntries(
  ['extraction', 'gold', 'evaluation', 'segmentation', 'stats'].map((name) => [name, readSchema(name)]),
);

function readSchema(name: string): { readonly $id: string } {
  const schema = JSON.parse(readFileSync(new URL(`../../data/schema/${name}.schema.json`, import.meta.url), 'utf8'));
  ajv.addSchema(schema);
  return schema;
}

/** Fails unless a value is what a schema says: an envelope of `extract`, one of its `$defs`, an annotation, an evaluation, a line of `segment`, statistics. */
export function expectSchema(
  value: unknown,
  part: 'envelope' | 'line' | 'document' | 'gold' | 'evaluation' | 'segmentation' | 'stats' = 'envelope',
): void {
  const { $id } = schemas[part] ?? schemas['extraction']!;
  const validate = ajv.getSchema(part === 'line' || part === 'document' ? `${$id}#/$defs/${part}` : $id);
  if (validate === undefined) throw new Error(`the schema has no ${part}`);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}
