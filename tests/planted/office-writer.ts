import type { Random } from '../support/random.js';
import { OFFICE_WORDS } from './vocabulary/office.js';

/** Writes the prose around the frameworks: sentences of an office, filled with invented places, people and figures. */
export class OfficeWriter {
  /** The place of the report. */
  readonly place: string;
  /** Who reports. */
  readonly office: string;
  private readonly random: Random;
  private deck: string[] = [];

  constructor(random: Random) {
    this.random = random;
    this.place = this.choosePlace();
    this.office = this.place + random.choose(OFFICE_WORDS['bureau']!);
  }

  /** Sentences that the report has not had come first. */
  sentence(): string {
    if (this.deck.length === 0)
      this.deck = this.random.sample(OFFICE_WORDS['sentence']!, OFFICE_WORDS['sentence']!.length);
    return this.fill(this.deck.pop()!);
  }

  /** Some sentences of one paragraph. */
  prose(least: number, most: number): string {
    return Array.from({ length: this.random.between(least, most) }, () => this.sentence()).join('');
  }

  fill(template: string): string {
    return template.replace(/\{(\w+)\}/g, (_, slot: string) => this.fillSlot(slot));
  }

  private fillSlot(slot: string): string {
    const { random } = this;
    switch (slot) {
      case 'number':
        return String(random.chance(0.5) ? random.between(11, 99) : random.between(100, 4999));
      case 'large':
        return String(random.between(5000, 9999));
      case 'small':
        return random.choose(['2', '3', '4', '5', '三', '四', '六']);
      case 'unit':
        return random.choose(['县', '市', '区']);
      case 'percent':
        return `${random.between(60, 99)}.${random.between(0, 9)}%`;
      case 'year':
        return String(random.between(2009, 2025));
      case 'month':
        return String(random.between(1, 12));
      case 'day':
        return String(random.between(1, 28));
      case 'place':
        return random.chance(0.6) ? this.place : this.choosePlace();
      case 'office':
        return this.office;
      default:
        return this.fill(random.choose(OFFICE_WORDS[slot]!));
    }
  }

  private choosePlace(): string {
    const part = (slot: string) => this.random.choose(OFFICE_WORDS[slot]!);
    return part('placeStart') + part('placeEnd') + part('placeKind');
  }
}
