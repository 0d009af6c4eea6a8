import { flagsAt, HAN, LATIN } from '../../language/characters.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadNameBreaks } from '../../resources/name-breaks.js';
import { loadPersonWords } from '../../resources/person-words.js';

/** A given name has one character or two; where it is left out (王××, 杜xx, 罗**), as many as stand there. */
const MAX_GIVEN = 2;
const HIDDEN_GIVEN = /[×○＊*xX某]/u;

/** A person's name that begins right at `at`: 周桂香, 王**. Null where none does, or where its end cannot be told. */
export function readPersonName(text: string, at: number): Span | null {
  const surname = loadPersonWords().surnames.longestAt(text, at);
  if (surname === null) return null;
  const given = at + surname.length;
  let end = given;
  while (end < given + 3 && HIDDEN_GIVEN.test(text.charAt(end))) end++;
  if (end > given) return createSpan(at, end);
  for (let length = 1; length <= MAX_GIVEN; length++) {
    if ((flagsAt(text, given + length - 1) & HAN) === 0) return null;
    if (isEdge(text, given + length)) return createSpan(at, given + length);
  }
  return null;
}

function isEdge(text: string, at: number): boolean {
  if ((flagsAt(text, at) & (HAN | LATIN)) === 0) return true;
  const { index, kinds } = loadNameBreaks();
  const word = index.longestAt(text, at);
  return word !== null && kinds.get(word) !== 'part' && kinds.get(word) !== 'start';
}

/** A person behind what he is: 村医周桂香. */
export interface PersonInRole {
  readonly role: string;
  /** From the role to the end of the name. */
  readonly span: Span;
  readonly name: Span;
}

/** The first person behind a role in the stretch `[from, to)` that `accept` takes, or null. */
export function findPersonInRole(
  text: string,
  from: number,
  to: number,
  accept: (person: PersonInRole) => boolean = () => true,
): PersonInRole | null {
  const { roles } = loadPersonWords();
  for (let i = from; i < to; i++) {
    const role = roles.longestAt(text, i);
    if (role === null) continue;
    const name = readPersonName(text, i + role.length);
    if (name !== null && name.end <= to) {
      const person = { role, span: createSpan(i, name.end), name };
      if (accept(person)) return person;
    }
  }
  return null;
}
