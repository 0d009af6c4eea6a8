/** A name that is itself the row of its labels, with members that each open with their label. */
export interface LabelSet {
  readonly name: string;
  readonly categories: readonly string[];
  readonly members: readonly string[];
}

export const LABEL_SETS: readonly LabelSet[] = `
望闻问切 | 工作法 服务法 | 望现场 闻民声 问需求 切要害
加减乘除 | 工作法 | 加服务 减环节 乘科技 除障碍
四则运算 | 工作法 法 | 加强宣传 减少环节 乘势扩面 除去积弊
起承转合 | 教研法 工作法 | 起于问题 承于研讨 转于课堂 合于反思
听说读写 | 教学法 | 听新闻 说见闻 读名篇 写日记
春夏秋冬 | 工作法 行动 | 春季查苗情 夏季防暑汛 秋季清秸秆 冬季巡林火
衣食住行 | 服务法 | 衣有人洗 食有人送 住有人管 行有人陪
传帮带 | 工作法 机制 | 传业务经验 帮生活困难 带工作作风
选育管用 | 机制 工作法 | 选准苗子 育强本领 管严日常 用当其时
人财物 | 机制 | 人员统一调配 财务统一核算 物资统一采购
防控救 | 机制 体系 | 防在事前 控在初始 救在关键
`
  .trim()
  .split('\n')
  .map((row) => {
    const [name, categories, members] = row.split('|').map((cell) => cell.trim());
    return { name: name!, categories: categories!.split(/\s+/), members: members!.split(/\s+/) };
  });

/** Phrases of four characters for 八字, 十二字, 十六字 …: each row is a set. */
export const FOUR_CHARACTER_PHRASES: readonly (readonly string[])[] = [
  ['勤走细看', '快办实帮', '严管厚爱', '常抓不懈', '久久为功'],
  ['源头预防', '分级调处', '依法办理', '跟踪问效'],
  ['政府引导', '市场运作', '群众参与', '社会监督', '多方共赢'],
  ['以学促干', '以考促学', '以干促变', '以评促优'],
  ['先急后缓', '先易后难', '边查边改', '标本兼治'],
];
