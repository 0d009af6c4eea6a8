/** What every run over documents counts, for its summary and its exit status. */
export interface DocumentTally {
  documents: number;
  failures: number;
}

/** Whether all that was read failed. An output file from an earlier run is not replaced then. */
export function nothingDone({ documents, failures }: Readonly<DocumentTally>): boolean {
  return documents === 0 && failures > 0;
}

/** 0: all went well; 2: nothing did; 3: some of it failed. */
export function exitStatus(tally: Readonly<DocumentTally>): number {
  if (nothingDone(tally)) return 2;
  return tally.failures > 0 ? 3 : 0;
}

/** `['1 failed', '2 files passed over']`, what a summary ends with; nothing of what there was none of. */
export function describeLeftOut({ failures }: Readonly<DocumentTally>, passedOver: number): string[] {
  return [
    ...(failures > 0 ? [`${failures} failed`] : []),
    ...(passedOver > 0 ? [`${countOf(passedOver, 'file')} passed over`] : []),
  ];
}

/** `1 file`, `2 files` */
export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
