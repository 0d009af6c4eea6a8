/** What was to be done took too long and was stopped. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`stopped after ${seconds} s`);
    this.seconds = seconds;
  }
}
