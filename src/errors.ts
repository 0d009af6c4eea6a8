/** The user asked for something that cannot be: says what to type instead. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** One input cannot be used: says which, why, and what to do. The other inputs go on; exit status 3. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly path: string;
  /** Kebab-case, for scripts. */
  readonly code: string;

  constructor(path: string, code: string, message: string) {
    super(message);
    this.path = path;
    this.code = code;
  }
}

/** A row of a file in `data/` is wrong: `data/structure/marks.tsv:14:3: unknown placeholder {numbr}; known: …`. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';

  constructor(file: string, line: number, column: number, message: string) {
    super(`${file}:${line}:${column}: ${message}`);
  }
}
