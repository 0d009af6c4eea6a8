import { READABLE_EXTENSIONS } from '../pipeline/read/formats.js';

/** What to say where paths lead to nothing that can be read. */
export function describeNothingFound(paths: readonly string[], passedOver: number): string {
  const others = passedOver === 0 ? '' : `; ${passedOver} other ${passedOver === 1 ? 'entry' : 'entries'} passed over`;
  return `${paths.join(', ')}: no files to read (read are ${READABLE_EXTENSIONS.join(' ')})${others}`;
}
