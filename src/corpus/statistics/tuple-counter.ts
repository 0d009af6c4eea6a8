import { mixBits } from '../group-alike.js';

const FIRST_CAPACITY = 1024;
/** Slots for each entry: half of them stay free, so that a search is short. */
const SLOTS_PER_ENTRY = 2;

/**
 * Counts tuples of whole numbers (a type; the types of an n-gram; a group and a type): how often each occurs and in how many documents. Exact. Kept in
 * arrays of numbers, 4 × (arity + 5) bytes for each distinct tuple, at most twice that after it has grown.
 */
export class TupleCounter {
  readonly arity: number;
  #size = 0;
  #keys: Int32Array;
  #frequencies: Uint32Array;
  #documents: Uint32Array;
  /** The document that a tuple was seen in last, from 1. */
  #last: Uint32Array;
  /** Index of an entry, from 1, by hash; 0 for none. */
  #slots: Int32Array;

  constructor(arity: number) {
    this.arity = arity;
    this.#keys = new Int32Array(arity * FIRST_CAPACITY);
    this.#frequencies = new Uint32Array(FIRST_CAPACITY);
    this.#documents = new Uint32Array(FIRST_CAPACITY);
    this.#last = new Uint32Array(FIRST_CAPACITY);
    this.#slots = new Int32Array(FIRST_CAPACITY * SLOTS_PER_ENTRY);
  }

  /** How many tuples there are. They have indices from 0 on, in the order of first sight. */
  get size(): number {
    return this.#size;
  }

  /** @param document the number of the document, from 1 on; documents come one after the other */
  add(tuple: ArrayLike<number>, document: number): void {
    const index = this.#indexOf(tuple);
    this.#frequencies[index]! += 1;
    if (this.#last[index] === document) return;
    this.#last[index] = document;
    this.#documents[index]! += 1;
  }

  frequencyAt(index: number): number {
    return this.#frequencies[index]!;
  }

  documentsAt(index: number): number {
    return this.#documents[index]!;
  }

  /** One number of a tuple. */
  partAt(index: number, part: number): number {
    return this.#keys[index * this.arity + part]!;
  }

  #indexOf(tuple: ArrayLike<number>): number {
    const mask = this.#slots.length - 1;
    let slot = hash(tuple, this.arity) & mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#equals(entry - 1, tuple)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    if (this.#size === this.#frequencies.length) {
      this.#grow();
      return this.#indexOf(tuple);
    }
    const index = this.#size++;
    for (let k = 0; k < this.arity; k++) this.#keys[index * this.arity + k] = tuple[k]!;
    this.#slots[slot] = index + 1;
    return index;
  }

  #equals(index: number, tuple: ArrayLike<number>): boolean {
    const first = index * this.arity;
    for (let k = 0; k < this.arity; k++) if (this.#keys[first + k] !== tuple[k]) return false;
    return true;
  }

  #grow(): void {
    const capacity = this.#frequencies.length * 2;
    this.#keys = enlarge(this.#keys, new Int32Array(capacity * this.arity));
    this.#frequencies = enlarge(this.#frequencies, new Uint32Array(capacity));
    this.#documents = enlarge(this.#documents, new Uint32Array(capacity));
    this.#last = enlarge(this.#last, new Uint32Array(capacity));
    const slots = new Int32Array(capacity * SLOTS_PER_ENTRY);
    const mask = slots.length - 1;
    for (let index = 0; index < this.#size; index++) {
      let slot = hash(this.#keys.subarray(index * this.arity), this.arity) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }
}

function enlarge<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function hash(tuple: ArrayLike<number>, arity: number): number {
  let hashed = 0;
  for (let k = 0; k < arity; k++) hashed = mixBits(hashed + Math.imul(tuple[k]! + 1, 0x9e3779b1));
  return hashed;
}
