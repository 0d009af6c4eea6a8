import { expect, test } from 'vitest';
import { refersTo, unitOf } from '../../../src/pipeline/extract/name-references.js';
import { type OrganisationName, readOrganisationName } from '../../../src/pipeline/extract/organisation-names.js';

const nameOf = (wording: string): OrganisationName => readOrganisationName(wording, 0, wording.length, true)!;

test.each([
  ['城东大队', '柳河市公安局城东大队'],
  ['县法院', '柳河县人民法院'],
  ['柳河税务局', '柳河县税务局'],
  ['县税务局', '柳河县税务局'],
  ['镇党委', '柳河县石桥镇'],
  ['石桥镇', '石桥镇党委'],
  ['院护理部', '柳河县中医院'],
  ['局党委', '中共柳河县水利局委员会'],
])('%s stands for %s', (short, full) => expect(refersTo(nameOf(short), nameOf(full))).toBe(true));

test.each([
  ['县法院', '桥东区人民法院'],
  ['镇党委', '石桥村'],
  ['石桥镇', '石桥镇税务所'],
  ['院护理部', '柳河县水利局'],
  ['县税务局', '柳河县水利局'],
  ['柳河县公安局', '柳河县公安局城东大队'],
])('%s is another than %s', (short, full) => expect(refersTo(nameOf(short), nameOf(full))).toBe(false));

test('the unit of a house is told without the word for the house', () => {
  expect(unitOf(nameOf('院护理部'), nameOf('柳河县中医院'))).toBe('护理部');
  expect(unitOf(nameOf('院护理部'), nameOf('柳河县水利局'))).toBeNull();
  expect(unitOf(nameOf('桥东护理部'), nameOf('柳河县中医院'))).toBeNull();
});
