/**
 * Office prose around what is planted. `{slot}` is filled from the list of that name, or by the generator:
 * {number} {percent} {year} {month} {day} {place} {office}. Nothing here counts what it lists.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const lines = (text: string): readonly string[] => text.trim().split('\n');

export const OFFICE_WORDS: Readonly<Record<string, readonly string[]>> = {
  placeStart: words('榆 枫 槐 芦 鹿 鹤 云 石 青 茶 盐 铁 雁 燕 凤 竹 桐 稻 麦 渔 锦 秀 双 和 永 顺 怀 靖 启 同'),
  placeEnd: words('川 阳 陵 洲 坪 岭 湾 桥 溪 湖 港 泉 城 塘 原 浦 山 源 台 林'),
  placeKind: words('县 区 镇 乡 街道 市 开发区'),
  bureau: words(`
    税务局 信访局 教育局 民政局 司法局 财政局 审计局 水利局 林业局 文旅局 档案馆 图书馆 法院 检察院 公安局 交警大队 消防救援大队
    人社局 医保局 卫健局 农业农村局 自然资源局 住建局 市场监管局 应急管理局 行政审批局 生态环境局 供电公司 自来水公司 公交公司
    总工会 团委 妇联 残联 工商联 供销社 邮政分公司 烟草专卖局 气象局 统计局 中心医院 中医院 第三中学 实验小学 职业技术学校 机关事务中心`),
  doer: words(`
    网格员 志愿者 驻村干部 社区民警 调解员 窗口人员 家庭医生 农技员 联络员 值班民警 班子成员 业务骨干 党员代表 楼栋长 护林员 督导员
    年轻干部 退休教师 巡查队员 工作专班 包保干部 技术人员 执法人员 科室负责人`),
  action: words(`
    逐户登记造册 上门听取意见 现场核对数据 当面答复群众 限期整改销号 定期通报进展 及时更新台账 组织集中培训 开展随机抽查 公开办理结果
    倒排工期抓落实 会同有关单位会商 按季度组织评议 邀请群众代表参加 采用电话回访 完善电子档案 把责任落实到人 补齐申报材料 张贴公示名单
    更换老旧线路 疏通排水管道 对照图纸验收 修订操作规程 利用晚上时间走访 用方言录制小视频`),
  matter: words(`
    停车难 漏水 噪声扰民 欠薪 道路破损 办证慢 看病排队 招工难 垃圾清运 线路老化 土地边界 物业收费 课后看护 饭菜质量 灌溉用水 路灯照明
    材料重复提交 占道经营 老旧电梯 农机维修 春季用种 冬季取暖 学位紧张`),
  group: words('群众 企业 农户 家长 老人 商户 职工 学生 患者 租户 返乡青年 项目业主 纳税人 车主 乘客 残疾人'),
  result: words(`
    满意率达到{percent} 平均用时缩短到{number}分钟 投诉量同比下降{percent} 全年办结{number}件 节约资金{number}万元 惠及{group}{number}人次
    没有发生一起较大事故 按期办结率为{percent} 户均增收{number}元 回访{number}户 整改问题{number}处 得到{group}好评 工作效率明显提高
    受到上级肯定 {matter}问题逐步缓解`),
  // An elaboration of a member: a clause that opens no list of its own.
  elaboration: lines(`
组织{doer}{action}
由{doer}{action}，{result}
{doer}每周{action}
安排{doer}对{matter}问题{action}
针对{group}反映的{matter}问题，{doer}{action}
全年{action}{number}次，{result}
对{matter}问题反复研究，{result}
请{group}参与，{action}
从{month}月起{action}，{result}
既{action}，又{action}
投入{number}万元用于{matter}整治，{result}
选派{doer}到一线{action}`),
  sentence: lines(`
{year}年以来，{place}{bureau}围绕{group}反映较多的{matter}问题，安排{doer}{action}，{result}。
针对{matter}，{doer}每周{action}，一时解决不了的说明原因，并约定下一次答复的时间。
截至{month}月底，共受理事项{number}件，办结率{percent}，其中涉及{matter}的占{percent}。
有的{group}担心{matter}反复出现，{doer}便{action}，把办理过程记下来。
过去办一件事要跑{number}趟，现在只要把材料交到窗口，由{doer}{action}。
为了避免{matter}影响生产生活，{office}拨出专款{number}万元。
“{matter}的事拖了好几年，没想到这一次这么快。”一位{group}代表这样说。
五年间，{place}的常住人口由{number}人增加到{large}人，{matter}逐渐成为{group}关心的问题。
{office}把{matter}整治写进年度计划，由分管负责人牵头，每月调度，{result}。
从检查情况看，{matter}仍然是薄弱环节，个别单位{action}不够及时，资料保存不够完整。
同时，{doer}还利用周末{action}，尽量不耽误{group}的正常安排。
{bureau}与{bureau}建立信息互通的渠道，涉及{matter}的线索当天移送，{result}。
{month}月{day}日，一场大雨过后，{doer}冒雨{action}，及时消除了隐患。
与上年相比，{result}，{result}。
对情况复杂的，由{bureau}会同有关单位{action}，必要时请第三方评估。
考虑到{group}的实际困难，{office}允许分期办理，并安排{doer}全程陪同。
拨打12345热线反映{matter}的{group}比上年减少{number}人，其中第一季度下降最明显。
经过梳理，{place}现有登记在册的{group}{number}户，去年实现产值{number}万元，增长{percent}。
会议强调，既要看到{matter}的长期性，也要看到基层的辛苦，不搞一刀切。
{place}地处城乡接合部，总面积{number}平方公里，下辖{number}个村，流动人口多，{matter}问题一度突出。
今年先后召开座谈会{number}次，走访{group}{number}户，发放宣传单{number}份。
单位“一把手”亲自抓，成立{small}个工作组，抽调{number}名干部，对全{unit}{number}家单位开展检查。
“十四五”期间，{place}继续加大投入，到{year}年完成改造任务。
大厅里设有老花镜、饮水机、充电线等便民设施，{group}随到随用。
参加活动的有学校、医院、养老院和部队的代表，大家边看边议。
{place}盛产茶叶、柑橘、生猪和水产品，近年来电商、民宿、物流发展很快。
火灾报警电话119、急救电话120和水务热线96390全天有人接听。
{place}{bureau}连续第三年获评先进单位，第二支部的经验在全市作了介绍。
根据第{number}号文件精神，{office}对{matter}问题进行了专题研究，一揽子解决了历史欠账。
{group}反映，以前{matter}没人管，现在{doer}一站式受理，当天就有回音。
下一步，将继续在{matter}上想办法，推动{doer}{action}，让{group}少跑路、少操心。
{month}月中旬，{bureau}到{place}学习交流，实地查看了台账、现场和制度上墙情况。
经过一年努力，{result}，{group}的心气顺了，干事的劲头足了。
各支部严格落实“三会一课”，{doer}按月汇报思想。
全体干部坚决做到“两个维护”，工作作风有了转变。
凡涉及“三重一大”事项，一律集体研究决定。`),
  title: lines(`
{office}{year}年工作总结
关于{place}{matter}整治情况的汇报
{office}改进服务的探索
{place}抓实基层工作的几点做法`),
  // What is done with a heart: 以“热心”倾听诉求.
  merit: words('倾听诉求 化解矛盾 服务企业 关爱老人 赢得信任 办好实事 回应期盼'),
  // What a title has behind the name.
  titleEnd: words('纪实 专题汇报 经验材料 的探索 情况报告 见成效'),
  subject: lines(`
{office}
近年来，{office}
今年以来，{place}
为解决{matter}问题，{office}
{place}从实际出发，
在{matter}整治中，{doer}
{year}年起，{place}{bureau}`),
  heading: lines(`
基本情况
工作背景
取得的成效
存在的不足
下一步打算
几点思考
主要成效
今后打算`),
};
