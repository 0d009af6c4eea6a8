const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What a digit of 12345 may count, `#` for the number: the verb, the measure word with the number, the head. */
export const DIGIT_GROUPS: readonly string[] = words(`
  坚持#个引领 突出#条主线 围绕#个中心 锚定#个目标 搭建#个平台 建强#支队伍 完善#项机制 办好#件实事 守牢#道防线 建好#张清单
  抓实#项服务 健全#个组织 打造#个品牌 用好#种方法 落实#项制度 推进#大工程 开展#项活动 培育#个产业 管好#本台账 盘活#类资源
`);

/** A string of steps: what each word of the name becomes when it is carried out. */
export const STEP_SETS: readonly (readonly (readonly [string, string])[])[] = [
  '看/看仪表读数 听/听机器响声 摸/摸外壳温度 记/记运行参数',
  '问/问清来意 查/查验材料 办/办理事项 评/请群众评价',
  '访/走访农户 议/集体商议 定/确定方案 办/分头办理 评/群众评议',
  '摸/摸清底数 排/排出次序 改/改到实处 验/验收销号',
  '听/听取诉求 劝/劝解双方 调/调解纠纷 访/事后回访',
  '学/学习政策 讲/讲解要点 练/练习操作 考/考核成绩',
  '剪/剪除病枝 肥/施足冬肥 药/喷洒药剂',
  '查/查摆问题 改/改正不足 巩固/巩固成效',
  '宣传/宣传政策 排查/排查隐患 整治/整治现场 回头看/组织回头看',
].map((row) => words(row).map((step) => step.split('/') as unknown as readonly [string, string]));

/** Groups that list members of their own: the head of the name, then the members. */
export const GROUP_SETS: readonly (readonly [string, readonly string[]])[] = `
查 查隐患 查台账 查纪律 查设备
改 改作风 改流程 改制度 改陋习
访 访孤老 访学校 访商户 访企业
送 送政策 送技术 送岗位 送图书
讲 讲法律 讲诚信 讲团结
护 护林 护水 护鸟 护路
补 补树苗 补堤坝 补短板
减 减材料 减环节 减时限
帮 帮就业 帮创业 帮就学
严 严考勤 严奖惩 严审核
优 优服务 优环境 优流程
亮 亮身份 亮承诺 亮标准
必查 酒驾必查 超载必查 疲劳驾驶必查
公开 财务公开 村务公开 党务公开
到位 人员到位 物资到位 预案到位
`
  .trim()
  .split('\n')
  .map((row) => {
    const [head, ...members] = words(row);
    return [head!, members];
  });

/** Groups of one each: the part of the name, and the member in full. */
export const SINGLE_GROUPS: readonly (readonly [string, string])[] = words(`
  表/填写一张信息表 卡/发放一张联系卡 册/建立一本走访册 图/绘制一张风险图 群/组建一个微信群 码/设置一个二维码
  榜/公布一张红黑榜 策/制定一套帮扶策 档/建立一份健康档 会/召开一次院坝会
`).map((row) => row.split('/') as unknown as readonly [string, string]);

/** 1+3+N: who stands for each number. */
export const SUM_GROUPS: readonly (readonly string[])[] = [
  ['1名组长', '3名专员', 'N名志愿者'],
  ['1个中心', '4个分站', 'N个服务点'],
  ['1名律师', '2名调解员', 'N名网格员'],
  ['1个总站', '5个驿站', 'N个流动岗'],
];
