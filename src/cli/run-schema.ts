import { readDataText } from '../resources/read-table.js';
import { parseOutputOptions, type RawFlags } from './options.js';
import { writeOutput } from './write-output.js';

/**
 * The work of `workmethod schema`; returns the exit status.
 * @param what a file of `data/schema/`: extraction, gold, evaluation, segmentation, stats
 */
export async function runSchema(what: string, flags: RawFlags): Promise<number> {
  const schema = readDataText(`schema/${what}.schema.json`);
  await writeOutput(parseOutputOptions(flags).output, async (output) => {
    await output.write(schema);
    return true;
  });
  return 0;
}
