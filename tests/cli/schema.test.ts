import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runProgram } from '../support/run-program.js';

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly $ref?: string;
  readonly description?: string;
}

test('prints the schema file', async () => {
  const { status, stdout } = await runProgram(['schema']);
  expect(status).toBe(0);
  expect(stdout).toBe(readFileSync(new URL('../../data/schema/extraction.schema.json', import.meta.url), 'utf8'));
});

test('every field is described', async () => {
  const bare: string[] = [];
  const visit = (node: SchemaNode, path: string) => {
    for (const [name, property] of Object.entries(node.properties ?? {})) {
      if (property.description === undefined && property.$ref === undefined) bare.push(`${path}.${name}`);
      visit(property, `${path}.${name}`);
    }
    if (node.items !== undefined) visit(node.items, `${path}[]`);
    for (const [name, part] of Object.entries(node.$defs ?? {})) {
      if (part.description === undefined) bare.push(name);
      visit(part, name);
    }
  };
  visit(JSON.parse((await runProgram(['schema'])).stdout), '');
  expect(bare).toEqual([]);
});
