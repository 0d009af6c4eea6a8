import { expect, test } from 'vitest';
import { runProgram } from '../support/run-program.js';

/** Every framework of the samples with its members, read by us: what a user sees first, and what the README shows. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  '01-community-visits.txt': [
    '五访五解: 晨访/解急 夜访/解难 回访/解忧 联访/解结 约访/解惑',
    '三不: 不推给别人 不拖到明天 不哄骗群众',
  ],
  '02-village-12345.txt': [
    '12345: 牢记一个目标 建强两支队伍 健全三项制度 办好四件实事 实现五个转变',
    '两支队伍: 网格员队伍 调解员队伍',
    '三项制度: 议事制度 公开制度 评议制度',
    '四件实事: 修一条入户路 建一处小广场 开一个助餐点 管一座污水站',
    '五个转变: 村务由干部定向大家定转变 矛盾由往上走向就地解转变 环境由突击扫向天天清转变 红白喜事由比排场向比节俭转变 村民由旁边看向一起干转变',
  ],
  '03-医院望闻问切.md': [
    '望闻问切: 望 闻 问 切',
    '一表一卡一册: 填写一张用药记录表 发放一张医护联系卡 赠送一本居家康复手册',
    '三有: 有人接 有人陪 有人送',
  ],
  '04-school-canteen.txt': [
    '四有: 有专人 有台账 有留样 有监控',
    '四色: 红色生肉 绿色蔬菜 蓝色水产 白色熟食',
    '五道关口: 进货关 储存关 加工关 留样关 陪餐关',
    '三公开: 公开菜谱 公开价格 公开进货渠道',
    '六个一律: 证照不全的一律不签 没有检测报告的一律不收 临近保质期的一律退回 来路不明的一律上报 两次违约的一律清退',
  ],
  '05-taiwan-town-office.txt': [
    '四心服务: 细心接待 耐心倾听 贴心协助 用心追踪',
    '三安社区: 安全步道 安心用药 安稳居家',
  ],
  '06-scraped-pinyin.txt': ['三问三定: 问诉求/定责任人 问缘由/定办法 问结果/定回访'],
  '07-bundle.txt': [
    '四办: 简表办 预约办 上门办 远程办',
    '一查二改三回头: 一查隐患 二改设施 三回头看',
    '四则运算: 加法 减法 乘法 除法',
  ],
  '08-no-framework.txt': [],
  'B-001': ['三个留下: 用待遇留下 用感情留下 用事业留下'],
  'B-002': ['四看四定: 看资源/定产业 看市场/定规模 看技术/定品种 看带动/定扶持'],
  'B-003': [],
};

test('the frameworks of the samples', async () => {
  const { status, stdout } = await runProgram(['extract', 'data/samples', '--format', 'jsonl', '--quiet']);
  expect(status).toBe(0);
  expect(readFrameworks(stdout)).toEqual(SAMPLES);
});

interface Document {
  readonly id: string;
  readonly frameworks: readonly {
    readonly name: string;
    readonly items: readonly { readonly label: string; readonly pair: string | null }[];
  }[];
}

function readFrameworks(lines: string): Record<string, string[]> {
  const documents = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Document);
  return Object.fromEntries(
    documents.map(({ id, frameworks }) => [
      id.split('/').at(-1)!,
      frameworks.map(({ name, items }) => {
        const members = items.map(({ label, pair }) => (pair === null ? label : `${label}/${pair}`));
        return `${name}: ${members.join(' ')}`;
      }),
    ]),
  );
}
