import { addExamples, addOutputFlags, type Command, type Finish } from './command-flags.js';

/** `workmethod schema`: its flags and help. The work is loaded when the command runs. */
export function defineSchemaCommand(command: Command, finish: Finish): void {
  command.description(
    'Prints the JSON Schema (2020-12) of what `extract` prints: the envelope, and in $defs a document of JSON lines.',
  );
  addOutputFlags(command).action(async (flags: Record<string, unknown>) => {
    const { runSchema } = await import('./run-schema.js');
    finish(await runSchema(flags));
  });
  addExamples(command, [
    ['workmethod schema -o extraction.schema.json', 'kept in a file'],
    ['workmethod schema | jq ".[\\"\\$defs\\"].framework.properties | keys"', 'the fields of a framework'],
  ]);
}
