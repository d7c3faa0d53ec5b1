import { plainPhone } from '@linli/contract/plainPhone'
import { TEXT_MAX } from '@linli/contract/schema'
import { describe, expect, it } from 'vitest'
import { isWithheld, isYes, kindOf, timeOf, urgencyOf } from './cells.ts'
import { columnsOf, doubledIn, missingIn, plainHeading } from './columns.ts'
import { readRows } from './rows.ts'

const HEADINGS: { readonly [field: string]: string } = {
  number:
    '工单编号 诉求编号 案件编号 任务编号 受理编号 热线编号 来件编号 上报单号 上报编号 事件编号 反馈单号 反馈编号 转办单号 转办编号 工单号 工单号码 编号 单号 流水号 受理号 工单ID order_id OrderID',
  dueAt: '办结时限 答复期限 截止时间 到期时间 限办时间 要求完成时间 应办结时间',
  contactedAt: '首次联系时间 联系时间 首次联系群众时间 联系市民时间 联系诉求人时间',
  handledAt: '办结时间 办理完成时间 处理完成时间 完成时间 处置时间 答复时间 反馈时间',
  sentAt:
    '受理时间 受理日期 来电时间 上报时间 登记时间 提交时间 诉求时间 创建时间 派单时间 转办时间 派发时间 交办时间 反映时间',
  confidential: '是否保密 隐私 匿名',
  phone: '联系电话 手机 联系方式 来电号码 主叫 号码',
  name: '诉求人 诉求人姓名 来电人 反映人 上报人 联系人 投诉人 申请人 反馈人 市民姓名 姓名',
  resolved: '是否解决 是否办成 解决情况',
  reply: '办理结果 处理意见 处置情况 回复内容 反馈内容 答复结果 反馈情况 答复',
  state: '办理状态 处理进度 工单状态 当前状态 上报状态 状态 进度',
  unit: '承办单位 主办部门 办理人 处理部门 责任单位 处置单位 接收单位',
  urgency: '紧急程度 急缓 缓急 优先级',
  title: '标题 主题',
  detail: '诉求内容 问题描述 工单详情 上报内容 反映事项 事件描述 来电内容 投诉内容 内容 描述 详情',
  kind: '诉求类型 工单性质 业务类别 信件类型 反映类型 来电类型 类型',
  item: '事项分类 问题类别 诉求名称 事件类型 归口分类 分类 事项',
  address: '地址 事发地点 位置',
  community: '社区 网格 街道 乡镇 所属区域 村居 属地',
}
const fieldOf = (heading: string) => columnsOf([heading], [])[0]?.field

describe('headings', () => {
  it.each(
    Object.entries(HEADINGS).flatMap(([field, words]) => words.split(' ').map((word) => [word, field])),
  )('%s stands for %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field)
    expect(fieldOf(` * ${heading}`)).toBeDefined()
  })

  it.each(['序号', '备注', '满意度', '编号规则', '受理时间段', '性别', '标签', '我的单号'])(
    '%s stands for nothing',
    (heading) => {
      expect(fieldOf(heading)).toBeNull()
    },
  )

  it('are read without what people put around them', () => {
    const said = [
      '编号（必填）',
      '编号(必填)',
      '编号：',
      '编号:',
      '编号 *',
      '编号*',
      'ＩＤ',
      '*',
      '编号\n必填',
    ]
    expect(said.map(plainHeading)).toEqual([
      '编号',
      '编号',
      '编号',
      '编号',
      '编号',
      '编号',
      'ID',
      '*',
      '编号',
    ])
  })

  it('no field stands for two columns: the first keeps it, also against what was remembered for a later one', () => {
    expect(columnsOf(['标题', '主题'], []).map(({ field }) => field)).toEqual(['title', null])
    expect(
      columnsOf(['标题', '主题'], [{ heading: '主题', field: 'title' }]).map(({ field }) => field),
    ).toEqual([null, 'title'])
    expect(
      doubledIn([
        { heading: 'a', field: null },
        { heading: 'b', field: null },
      ]),
    ).toBeUndefined()
    expect(doubledIn(columnsOf(['标题', '编号'], []))).toBeUndefined()
    expect(missingIn([])).toEqual(['number', 'detail'])
    expect(missingIn(columnsOf(['编号', '内容'], []))).toEqual([])
  })
})

describe('cells', () => {
  it.each([
    ['2026-11-22T09:30', '2026-11-22T01:30:00.000Z'],
    ['2026.11.22 9:30', '2026-11-22T01:30:00.000Z'],
    ['2026年1月2日 9点', '2026-01-02T01:00:00.000Z'],
    ['2026年1月2日', '2026-01-01T16:00:00.000Z'],
    ['2026-11-22 09:30:15.123', '2026-11-22T01:30:15.000Z'],
    ['2026年11月22日 9时30分15秒', '2026-11-22T01:30:15.000Z'],
    ['46348.25', '2026-11-21T22:00:00.000Z'],
    ['46348', '2026-11-21T16:00:00.000Z'],
    ['x2026-11-22', undefined],
    ['2026-11-22x', undefined],
    ['463480', undefined],
    ['4634', undefined],
    ['2026-13-01', undefined],
    ['2026-11-22 09:61', undefined],
  ])('%s as a time', (cell, at) => expect(timeOf(cell)).toBe(at))

  it('a limit with an hour is that hour', () => {
    expect(timeOf('2026-11-22 09:30', true)).toBe('2026-11-22T01:30:00.000Z')
    expect(timeOf('46348.5', true)).toBe('2026-11-22T04:00:00.000Z')
    expect(timeOf('', true)).toBeNull()
  })

  it('kinds and urgencies by each of their words', () => {
    const kinds = '举报 投诉 咨询 建议 意见 表扬 感谢 求助 求决 服务 诉求 报修 上报'.split(' ')
    expect(kinds.map(kindOf)).toEqual([
      'report',
      'complaint',
      'consultation',
      'suggestion',
      'suggestion',
      'praise',
      'praise',
      ...kinds.slice(7).map(() => 'help'),
    ])
    const urgencies = '特急 特别紧急 非常紧急 疑难 复杂 一般 普通 不急 非紧急 平 加急 平时'.split(' ')
    expect(urgencies.map(urgencyOf)).toEqual([
      'emergency',
      'emergency',
      'emergency',
      'complex',
      'complex',
      'ordinary',
      'ordinary',
      'ordinary',
      'ordinary',
      'ordinary',
      'prompt',
      undefined,
    ])
  })

  it('what is a yes, and what says that it was left out', () => {
    expect('是 保密 匿名 需要 要 y Y yes TRUE 1'.split(' ').filter((cell) => !isYes(cell))).toEqual([])
    expect(['否', '不是', '是的吗', '', '10', 'yesterday'].filter(isYes)).toEqual([])
    expect('匿名 保密 无 未知 未提供 - -- — / 张*'.split(' ').filter((cell) => !isWithheld(cell))).toEqual([])
    expect(['', '张三', '无锡路', '一/二', '不匿名'].filter(isWithheld)).toEqual([])
  })
})

describe('rows', () => {
  const read = (...cells: { [field: string]: string }[]) =>
    readRows(
      cells.map((each, at) => ({ row: at + 2, cells: each })),
      [],
      plainPhone,
    )

  it('are taken with all that they say, cut to what an order holds', () => {
    const said = {
      number: 'A1',
      title: '灯'.repeat(61),
      detail: '不亮',
      kind: '投诉',
      urgency: '特急',
      item: '路灯',
      community: '幸福社区',
      address: '一'.repeat(121),
      name: '张'.repeat(41),
      phone: '13812340001',
      confidential: '是',
      sentAt: '2026-11-22 09:30',
      dueAt: '2026-11-25',
    }
    expect(read(said)).toEqual({
      taken: [
        {
          ...said,
          row: 2,
          title: '灯'.repeat(60),
          address: '一'.repeat(120),
          name: '张'.repeat(40),
          kind: 'complaint',
          urgency: 'emergency',
          confidential: true,
          sentAt: '2026-11-22T01:30:00.000Z',
          dueAt: '2026-11-25T15:59:59.000Z',
        },
      ],
      faults: [],
    })
    expect(read({ number: 'A1', detail: '不亮', name: '匿名', phone: '无' }).taken).toEqual([
      {
        row: 2,
        number: 'A1',
        title: '',
        detail: '不亮',
        kind: undefined,
        urgency: undefined,
        item: '',
        community: '',
        address: '',
        name: null,
        phone: null,
        confidential: false,
        sentAt: null,
        dueAt: null,
      },
    ])
    expect(read({ number: 'A1', detail: '不亮' }).taken[0]?.name).toBeNull()
  })

  it('and what is wrong is said with its remedy, of the first cell that is wrong', () => {
    const long = 'A'.repeat(61)
    const { faults } = read(
      { number: long, detail: '' },
      { number: 'A'.repeat(60), detail: '字'.repeat(TEXT_MAX) },
      { number: 'A2', detail: '字'.repeat(TEXT_MAX + 1) },
      { number: 'A3', detail: '坏', sentAt: '昨天', dueAt: '明天' },
      { number: 'A3', detail: '坏' },
      {},
      {},
    )
    expect(faults).toEqual([
      {
        row: 2,
        number: long.slice(0, 60),
        fault: { column: 'number', problem: '编号太长', remedy: '最多 60 个字' },
      },
      {
        row: 4,
        number: 'A2',
        fault: { column: 'detail', problem: '内容太长', remedy: `最多 ${TEXT_MAX} 个字` },
      },
      {
        row: 5,
        number: 'A3',
        fault: { column: 'sentAt', problem: '认不出这个时间', remedy: '写成 2026-11-22 09:30' },
      },
      {
        row: 6,
        number: 'A3',
        fault: {
          column: 'number',
          problem: '和第 5 行编号相同',
          remedy: '删掉其中一行，或改成各自的编号',
        },
      },
      { row: 7, number: '', fault: { column: 'number', problem: '没有编号', remedy: '补上转来方的编号' } },
      { row: 8, number: '', fault: { column: 'number', problem: '没有编号', remedy: '补上转来方的编号' } },
    ])
  })

  it('and the other remedies in words', () => {
    const { faults } = read(
      { number: 'A1' },
      { number: 'A2', detail: '坏', phone: '12' },
      { number: 'A3', detail: '坏', dueAt: '明天' },
    )
    expect(faults.map(({ fault }) => fault.remedy)).toEqual([
      '补上诉求内容',
      '写 11 位手机号或区号加座机号，没有就留空',
      '写成 2026-11-22 09:30',
    ])
  })
})
