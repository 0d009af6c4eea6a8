import { statSync } from 'node:fs';

/** What the file system tells of a file, without opening it. */
export interface FileState {
  readonly size: number | null;
  /** Times in UTC with nanoseconds: `2026-11-21T08:00:00.123456789Z`. Null where the file has to be read again in any case. */
  readonly modified: string | null;
  readonly changed: string | null;
}

export const UNKNOWN_STATE: FileState = { size: null, modified: null, changed: null };

/** File systems tell time in ticks. Within one a file may change without a trace: this long for most of them, in nanoseconds. */
const TICK = 20_000_000n;
/** … and for those that know whole seconds only. */
const COARSE_TICK = 2_000_000_000n;
const SECOND = 1_000_000_000n;

/** The state of a file as it is now; unknown where it changed so lately that it may change again unseen. */
export function readFileState(path: string): FileState {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return UNKNOWN_STATE;
  const { mtimeNs, ctimeNs } = stats;
  const tick = mtimeNs % SECOND === 0n ? COARSE_TICK : TICK;
  const age = BigInt(Date.now()) * 1_000_000n - mtimeNs;
  const settled = age > tick || age < -COARSE_TICK;
  return {
    size: Number(stats.size),
    modified: settled ? formatTime(mtimeNs) : null,
    changed: formatTime(ctimeNs),
  };
}

/** Whether a file can be taken as unchanged. */
export function isSameState(stored: FileState, now: FileState): boolean {
  return (
    stored.modified !== null &&
    stored.modified === now.modified &&
    stored.changed === now.changed &&
    stored.size === now.size
  );
}

function formatTime(nanoseconds: bigint): string {
  const rest = ((nanoseconds % SECOND) + SECOND) % SECOND;
  const whole = new Date(Number((nanoseconds - rest) / 1_000_000n)).toISOString();
  return whole.replace(/\.\d+Z$/, `.${String(rest).padStart(9, '0')}Z`);
}
