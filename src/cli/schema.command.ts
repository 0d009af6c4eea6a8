import { Argument, addExamples, addOutputFlags, type Command, type Finish } from './command-flags.js';

/** `workmethod schema`: its flags and help. The work is loaded when the command runs. */
export function defineSchemaCommand(command: Command, finish: Finish): void {
  command
    .description(
      'Prints a JSON Schema (2020-12). extraction: what `extract` prints, with a document of JSON lines in $defs; gold: an annotation, NAME.gold.json; evaluation: what `eval --format json` prints; segmentation: a line of `segment --format jsonl`; stats: what `stats --format json` prints.',
    )
    .addArgument(
      new Argument('[what]', 'which one')
        .choices(['extraction', 'gold', 'evaluation', 'segmentation', 'stats'])
        .default('extraction'),
    );
  addOutputFlags(command).action(async (what: string, flags: Record<string, unknown>) => {
    const { runSchema } = await import('./run-schema.js');
    finish(await runSchema(what, flags));
  });
  addExamples(command, [
    ['workmethod schema -o extraction.schema.json', 'kept in a file'],
    ['workmethod schema gold', 'what may stand in an annotation'],
    ['workmethod schema | jq ".[\\"\\$defs\\"].framework.properties | keys"', 'the fields of a framework'],
  ]);
}
