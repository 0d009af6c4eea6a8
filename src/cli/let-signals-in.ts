/** Signal handlers run between turns of the event loop, and records of a JSON lines file come many to a turn. */
export function letSignalsIn(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}
