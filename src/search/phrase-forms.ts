import { alwaysStays, mayStay } from '../pipeline/normalize/list-spellings.js';
import { isRemovable, mayBeParted } from '../pipeline/normalize/removable-characters.js';

/**
 * A phrase as the normalized text may hold it, one form as a rule. More where a word decides and the phrase is only a part of it: 乾 is 干 by itself and stays
 * in 乾隆; and where a blank was typed between Chinese characters, for the text keeps it in a title (六诊 六治) and nowhere else.
 */
export async function listPhraseForms(phrase: string): Promise<string[]> {
  const typed = phrase.trim();
  const cleaned = isPlain(typed) ? typed : await cleanPhrase(typed);
  const converted = [...cleaned].every(alwaysStays) ? cleaned : await convert(cleaned);
  const forms = [converted, keepWhatMayStay(cleaned, converted)].filter((form) => form !== '');
  return [...new Set(forms.flatMap((form) => [form, withoutBlanks(form)]).flatMap(withVariants))];
}

/**
 * What normalizing leaves apart and a search takes for one: signs in either width, the quotes of the mainland and of Taiwan, and characters whose regional
 * forms OpenCC's tables for Taiwan and Hong Kong know, but simplify only in words (着力, 著力) or not at all.
 */
const SAME: readonly string[] = [
  ...['：:', '，,', '；;', '？?', '！!', '（(', '）)', '“「『"', '”」』"'],
  ...['着著', '只祇', '叙敍', '卫衞', '台枱', '檐簷', '痹痺', '睾睪', '鲇鯰', '腭齶'],
];
/** A typewriter's quote opens and closes. */
const ANY_QUOTE = '"“”「」『』';
/** A phrase of many such characters is sought as it was typed. */
const MOST_VARIANTS = 64;

/** A form with every such character in each of its forms; itself first. */
function withVariants(form: string): string[] {
  let variants = [''];
  for (const character of form) {
    const same = character === '"' ? ANY_QUOTE : (SAME.find((group) => group.includes(character)) ?? character);
    if (variants.length * same.length > MOST_VARIANTS) return [form];
    const others = [...same].filter((other) => other !== character);
    variants = variants.flatMap((start) => [character, ...others].map((next) => start + next));
  }
  return variants;
}

/** The dictionaries are loaded for phrases with characters that they are about. */
async function convert(phrase: string): Promise<string> {
  const { convertCharacters } = await import('../pipeline/normalize/convert-characters.js');
  return convertCharacters(phrase).text;
}

function isPlain(phrase: string): boolean {
  for (let i = 0; i < phrase.length; i++) if (isRemovable(phrase.charCodeAt(i))) return false;
  return true;
}

async function cleanPhrase(phrase: string): Promise<string> {
  const { cleanText } = await import('../pipeline/normalize/normalize-document.js');
  return cleanText(phrase, false).text;
}

function keepWhatMayStay(cleaned: string, converted: string): string {
  const characters = [...converted];
  return [...cleaned].map((character, i) => (mayStay(character) ? character : characters[i])).join('');
}

function withoutBlanks(form: string): string {
  const characters = [...form];
  return characters
    .filter((character, i) => {
      if (character.trim() !== '') return true;
      const left = characters.slice(0, i).findLast((other) => other.trim() !== '') ?? '';
      const right = characters.slice(i).find((other) => other.trim() !== '') ?? '';
      return left === '' || right === '' || !(mayBeParted(left, left) && mayBeParted(right, right));
    })
    .join('');
}
