import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { FoundInput } from '../pipeline/read/find-inputs.js';

/** A file that lies whole in the memory of a batch. */
export interface BatchedFile {
  readonly input: FoundInput;
  readonly from: number;
  /** Behind its last byte; a line break stands there. */
  readonly to: number;
}

/**
 * Files read one behind the other into one stretch of memory, so that they are looked through at once. Reading waits for nothing: what lies in the
 * memory of the system anyway is there sooner than a turn of the event loop.
 */
export class FileBatch {
  readonly bytes: Buffer;
  readonly files: BatchedFile[] = [];
  length = 0;
  private readonly capacity: number;

  constructor(bytes: Buffer, capacity: number) {
    this.bytes = bytes;
    this.capacity = capacity;
  }

  /**
   * Adds a file; false where there is no room for it, and it is left out.
   * @throws what the file system throws
   */
  add(input: FoundInput): boolean {
    const room = this.capacity - this.length - 1;
    if (room < LEAST_ROOM) return false;
    const file = openSync(input.path, 'r');
    try {
      const read = readSync(file, this.bytes, this.length, room, null);
      if (read === room) return false;
      // Some file systems answer block by block: then a full one is not the end.
      if (read > 0 && read % BLOCK === 0 && readSync(file, ONE_BYTE, 0, 1, null) > 0) return false;
      const to = this.length + read;
      this.bytes[to] = NEWLINE;
      this.files.push({ input, from: this.length, to });
      this.length = to + 1;
      return true;
    } finally {
      closeSync(file);
    }
  }

  clear(): void {
    this.files.length = 0;
    this.length = 0;
  }

  /** Whether all of it is UTF-8; a line break stands between any two files, so each is by itself then. */
  isAllUtf8(): boolean {
    return isUtf8(this.bytes.subarray(0, this.length));
  }
}

const NEWLINE = 0x0a;
const BLOCK = 512;
const ONE_BYTE = Buffer.alloc(1);
/** Most reports are shorter: less room than this is not worth the attempt. */
const LEAST_ROOM = 16_384;
