import { plainPhone } from '@linli/contract/plainPhone'
import { describe, expect, it } from 'vitest'
import { isWithheld, kindOf, timeOf, urgencyOf } from './cells.ts'
import { columnsOf, doubledIn, missingIn } from './columns.ts'
import { readRows } from './rows.ts'

const fieldsOf = (headings: readonly string[]) => columnsOf(headings, []).map(({ field }) => field)

describe('headings', () => {
  it('of a hotline platform are recognised', () => {
    const headings =
      '工单编号,工单标题,诉求内容,诉求类型,紧急程度,诉求人,联系电话,事发地址,所属街道,是否保密,受理时间,办结时限,承办单位,办理状态,办理结果,办结时间'
    expect(fieldsOf(headings.split(','))).toEqual(
      'number,title,detail,kind,urgency,name,phone,address,community,confidential,sentAt,dueAt,unit,state,reply,handledAt'.split(
        ',',
      ),
    )
  })

  it('of another hotline, and of residents reporting by WeCom, too', () => {
    expect(
      fieldsOf([
        '流水号',
        '来电人',
        '来电号码',
        '来电时间',
        '反映内容',
        '问题分类',
        '地点',
        '截止时间',
        '回复内容',
      ]),
    ).toEqual(['number', 'name', 'phone', 'sentAt', 'detail', 'item', 'address', 'dueAt', 'reply'])
    expect(
      fieldsOf([
        '上报单号',
        '上报人',
        '上报时间',
        '上报内容',
        '事件类型',
        '所属网格',
        '处理状态',
        '处理人',
        '处理结果',
      ]),
    ).toEqual(['number', 'name', 'sentAt', 'detail', 'item', 'community', 'state', 'unit', 'reply'])
  })

  it('are taken as they were remembered, whatever they say', () => {
    const remembered = [
      { heading: '编号', field: null },
      { heading: '热线号', field: 'number' as const },
    ]
    expect(columnsOf(['编号', '热线号', '工单编号', '内容'], remembered)).toEqual([
      { heading: '编号', field: null },
      { heading: '热线号', field: 'number' },
      { heading: '工单编号', field: null },
      { heading: '内容', field: 'detail' },
    ])
    expect(missingIn(columnsOf(['编号', '电话'], []))).toEqual(['detail'])
    expect(
      doubledIn([
        { heading: 'a', field: 'title' },
        { heading: 'b', field: 'title' },
      ]),
    ).toBe('title')
  })
})

describe('cells', () => {
  it.each([
    ['2026-11-22 09:30', '2026-11-22T01:30:00.000Z'],
    ['2026/1/5 9:05:07', '2026-01-05T01:05:07.000Z'],
    ['2026年11月22日 9时30分', '2026-11-22T01:30:00.000Z'],
    ['2026-11-22', '2026-11-21T16:00:00.000Z'],
    ['46348.5', '2026-11-22T04:00:00.000Z'],
    ['', null],
    ['2026-02-31', undefined],
    ['尽快', undefined],
    ['2026-11-22 25:00', undefined],
  ])('%s is a time by Beijing’s clock', (cell, at) => {
    expect(timeOf(cell)).toBe(at)
  })

  it('a limit of a day alone lasts to its end', () => {
    expect(timeOf('2026-11-22', true)).toBe('2026-11-22T15:59:59.000Z')
    expect(timeOf('46348', true)).toBe('2026-11-22T15:59:59.000Z')
  })

  it('kinds, urgencies and what was withheld', () => {
    expect(['投诉举报', '咨询类', '求助', '其他'].map(kindOf)).toEqual([
      'report',
      'consultation',
      'help',
      undefined,
    ])
    expect(['特急', '紧急', '一般', '非紧急', '疑难', ''].map(urgencyOf)).toEqual([
      'emergency',
      'prompt',
      'ordinary',
      'ordinary',
      'complex',
      undefined,
    ])
    expect(['138****1234', '匿名', '--', '13812340001'].map(isWithheld)).toEqual([true, true, true, false])
  })
})

describe('rows', () => {
  const columns = [
    { heading: '工单编号', field: 'number' as const },
    { heading: '诉求内容', field: 'detail' as const },
    { heading: '联系电话', field: 'phone' as const },
    { heading: '办结时限', field: 'dueAt' as const },
  ]
  const read = (...cells: { [field: string]: string }[]) =>
    readRows(
      cells.map((each, at) => ({ row: at + 2, cells: each })),
      columns,
      plainPhone,
    )

  it('says of each wrong row which cell it is and what to do', () => {
    const { taken, faults } = read(
      { number: 'A1', detail: '路灯不亮' },
      { number: 'A1', detail: '又一行' },
      { detail: '没有编号' },
      { number: 'A2' },
      { number: 'A3', detail: '坏了', phone: '12' },
      { number: 'A4', detail: '坏了', dueAt: '明天' },
    )
    expect(taken.map(({ number }) => number)).toEqual(['A1'])
    expect(faults.map(({ row, fault }) => [row, fault.column, fault.problem])).toEqual([
      [3, '工单编号', '和第 2 行编号相同'],
      [4, '工单编号', '没有编号'],
      [5, '诉求内容', '没有内容'],
      [6, '联系电话', '认不出这个电话'],
      [7, '办结时限', '认不出这个时间'],
    ])
    expect(faults.every(({ fault }) => fault.remedy.length > 0)).toBe(true)
  })

  it('keeps no number that the sender withheld', () => {
    expect(read({ number: 'A1', detail: '吵', phone: '138****1234' }).taken[0]?.phone).toBeNull()
    expect(read({ number: 'A1', detail: '吵', phone: '+86 138-1234-0001' }).taken[0]?.phone).toBe(
      '13812340001',
    )
  })
})
