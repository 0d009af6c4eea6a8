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

test.each([
  [[], 'extraction'],
  [['extraction'], 'extraction'],
  [['gold'], 'gold'],
  [['evaluation'], 'evaluation'],
  [['segmentation'], 'segmentation'],
  [['stats'], 'stats'],
])('schema %j prints the file %s', async (what, name) => {
  const { status, stdout } = await runProgram(['schema', ...what]);
  expect(status).toBe(0);
  expect(stdout).toBe(readFileSync(new URL(`../../data/schema/${name}.schema.json`, import.meta.url), 'utf8'));
});

test('another name is told with the ones there are', async () => {
  const { status, stderr } = await runProgram(['schema', '../package']);
  expect(status).toBe(2);
  expect(stderr).toContain('Allowed choices are extraction, gold, evaluation, segmentation, stats');
});

test.each(['extraction', 'gold', 'evaluation', 'segmentation', 'stats'])(
  'every field of %s is described',
  async (name) => {
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
    visit(JSON.parse((await runProgram(['schema', name])).stdout), '');
    expect(bare).toEqual([]);
  },
);
