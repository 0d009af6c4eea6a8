import { LONGEST_BOILERPLATE, matchBoilerplate } from '../../resources/boilerplate-lines.js';
import { addEdit, BOILERPLATE, createEditList, type Edits } from './edits.js';
import { simplifyCharacters } from './simplify-characters.js';

/** Whether a line, in simplified characters and without its newline, belongs to the page around a report. */
export function isBoilerplate(line: string): boolean {
  return matchBoilerplate(line) !== null;
}

/** The lines that a web page puts around a report (当前位置：首页 > 正文), each with the newline that ends it. */
export function findBoilerplate(text: string): Edits {
  const edits = createEditList();
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const short = end > start && end - start <= LONGEST_BOILERPLATE;
    if (short && isBoilerplate(simplifyCharacters(text.slice(start, end))))
      addEdit(edits, start, Math.min(end + 1, text.length), BOILERPLATE);
    start = end + 1;
  }
  return edits;
}
