/** From this length on a stretch is cheaper taken over whole than unit by unit. */
const LONG_STRETCH = 256;

/** Puts a string together from code units, block by block. */
export class UnitWriter {
  private readonly blocks: string[] = [];
  private readonly block = new Uint16Array(8192);
  private used = 0;

  writeUnit(unit: number): void {
    if (this.used === this.block.length) this.flush();
    this.block[this.used++] = unit;
  }

  /** Writes the stretch from `start` to `end` of the text. */
  write(text: string, start: number, end: number): void {
    if (end - start > LONG_STRETCH) {
      this.flush();
      this.blocks.push(text.slice(start, end));
    } else for (let i = start; i < end; i++) this.writeUnit(text.charCodeAt(i));
  }

  toString(): string {
    this.flush();
    return this.blocks.join('');
  }

  private flush(): void {
    this.blocks.push(String.fromCharCode.apply(null, this.block.subarray(0, this.used) as unknown as number[]));
    this.used = 0;
  }
}
