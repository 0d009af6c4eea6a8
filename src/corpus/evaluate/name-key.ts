import { toPlainText } from './wording.js';

/**
 * Method nouns that make no other name (四清工作法 is 四清), longest first. A list of its own: what counts as the same name in
 * an evaluation is not to change with the tables that extraction works by.
 */
const METHOD_NOUNS = (
  '工作法 工作机制 工作制度 工作模式 工作思路 工作格局 管理法 管理模式 服务法 调解法 机制 制度 工程 活动 标准 格局 原则 体系 措施 模式 ' +
  '思路 行动 计划 战略 策略 要求 承诺 服务 法'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

/** One number without a head: cutting the noun off 三项制度 would leave no name. */
const BARE_NUMBER = /^[一二两三四五六七八九十百0-9][个项条大种点]?$/u;
const COUNTED = /^([一二两三四五六七八九十百0-9]+)[个项条大种点]/u;

/** What two names are told the same by: without signs, method nouns and the classifier after the number. 三个结合 is 三结合, “四清”工作法 is 四清. */
export function toNameKey(name: string): string {
  const plain = toPlainText(name);
  let end = plain.length;
  for (;;) {
    const noun = METHOD_NOUNS.find((noun) => plain.endsWith(noun, end));
    const cut = end - (noun?.length ?? 0);
    // The longest bare number has two characters.
    if (noun === undefined || cut < 2 || (cut === 2 && BARE_NUMBER.test(plain.slice(0, cut)))) break;
    end = cut;
  }
  return plain.slice(0, end).replace(COUNTED, '$1');
}
