/** Two heads that describe the same members twice, one to one: 三查三改, 查思想 with 改作风. */
export interface PairedFamily {
  readonly heads: readonly [string, string];
  readonly categories: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
}

const ROWS = `
查 改 | 行动 活动 工作法 | 查思想/改作风 查流程/改短板 查隐患/改现场 查台账/改漏洞 查纪律/改陋习
问 送 | 活动 工作法 - | 问冷暖/送关怀 问就业/送岗位 问收成/送技术 问病情/送医药 问纠纷/送法律
访 解 | 活动 工作法 机制 | 访农户/解难题 访企业/解瓶颈 访老人/解心结 访商户/解烦忧 访学校/解隐患
晒 评 | 机制 活动 | 晒任务/评进度 晒账目/评收支 晒承诺/评作风 晒成果/评实绩
学 用 | 活动 教育 | 学理论/用思想 学法律/用程序 学业务/用本领 学典型/用经验
减 增 | 行动 模式 - | 减材料/增便利 减环节/增效率 减跑动/增数据 减收费/增信心
讲 做 | 活动 - | 讲政策/做引路人 讲诚信/做明白人 讲奉献/做贴心人 讲安全/做放心人
联 促 | 机制 活动 模式 | 联支部/促党建 联产业/促增收 联治安/促平安 联文化/促和谐
定 保 | 管理 制度 | 定人员/保岗位 定标准/保质量 定时限/保进度 定责任/保安全
走进 服务 | 活动 行动 | 走进车间/服务企业 走进田间/服务农户 走进校园/服务师生 走进军营/服务官兵
控 降 | 机制 行动 | 控源头/降增量 控过程/降风险 控费用/降成本
建 管 | 机制 模式 | 建队伍/管服务 建阵地/管活动 建清单/管权力 建平台/管数据
荣 耻 | - | 以守信为荣/以欺诈为耻 以勤俭为荣/以浪费为耻 以互助为荣/以冷漠为耻 以整洁为荣/以脏乱为耻
诊 治 | 工作法 机制 | 晨诊/早治 巡诊/联治 会诊/专治 复诊/根治
听 办 | 工作法 - | 听诉求/办实事 听建议/办难事 听批评/办急事 听呼声/办好事
`;

export const PAIRED_FAMILIES: readonly PairedFamily[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [heads, categories, pairs] = row.split('|').map((cell) => cell.trim().split(/\s+/));
    return {
      heads: [heads![0]!, heads![1]!],
      categories: categories!.map((word) => (word === '-' ? '' : word)),
      pairs: pairs!.map((pair) => pair.split('/') as unknown as readonly [string, string]),
    };
  });
