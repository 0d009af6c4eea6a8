import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

const schema = JSON.parse(readFileSync(new URL('../../data/schema/extraction.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(schema);

/** Fails unless a value is what the schema says: the whole envelope, or one of its `$defs`. */
export function expectSchema(value: unknown, part: 'envelope' | 'line' | 'document' = 'envelope'): void {
  const validate = ajv.getSchema(part === 'envelope' ? schema.$id : `${schema.$id}#/$defs/${part}`);
  if (validate === undefined) throw new Error(`the schema has no ${part}`);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}
