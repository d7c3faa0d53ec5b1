import sql, { type Sql } from 'sql-template-tag'
import type { RegisterRow, SheetKind } from './registerFile.ts'

const DOOR = {
  街道: '桃源街道',
  社区: '柳苑社区',
  网格: '一网格',
  小区: '阳光小区',
  楼栋: '3栋',
  单元: '2单元',
}
const NEXT = { ...DOOR, 楼栋: '4栋', 单元: '1单元' }

/** Each register with wrong rows, what is said of them, and right rows with how many of each they bring. */
export const OFFICE_REGISTERS = [
  {
    word: '网格楼栋单元表',
    count: sql`select count(*)::int as n from areas where region_id = 1 and closed_at is null`,
    wrong: [DOOR, { ...NEXT, 社区: '' }],
    reports: ['3', '社区', '中间空了一级', '请从最上一级起逐级填写'],
    right: [DOOR, NEXT],
    added: 7,
    kinds: ['xlsx', 'csv', 'xlsx'],
  },
  {
    word: '房屋表',
    count: sql`select count(*)::int as n from households where region_id = 1`,
    wrong: [
      { ...DOOR, 室号: '501' },
      { ...DOOR, 单元: '9单元', 室号: '502' },
      { ...DOOR, 室号: '五〇一!' },
    ],
    reports: ['3', '单元', '没有找到“9单元”', '请先导入网格楼栋单元表', '4', '室号写法不对'],
    right: [
      { ...DOOR, 室号: '501' },
      { ...NEXT, 室号: '101' },
    ],
    added: 2,
    kinds: ['csv', 'xlsx', 'csv'],
  },
  {
    word: '人员表',
    count: sql`select count(*)::int as n from people where region_id = 1`,
    wrong: [
      { 姓名: '王秀兰', 电话: '138 0000 0001', ...DOOR, 室号: '501' },
      { 姓名: '李桂香', 电话: '12345', ...DOOR, 室号: '501' },
      { 姓名: '', 电话: '13800000009', ...DOOR },
    ],
    reports: ['3', '电话', '电话写法不对', '4', '姓名', '没有姓名'],
    right: [
      { 姓名: '王秀兰', 电话: '138 0000 0001', ...DOOR, 室号: '501' },
      { 姓名: '李桂香', 电话: '0791-88886666', ...NEXT, 室号: '101' },
    ],
    added: 2,
    kinds: ['xlsx', 'csv', 'xlsx'],
  },
  {
    word: '任职表',
    count: sql`select count(*)::int as n from posts where region_id = 1`,
    wrong: [
      { 姓名: '王秀兰', 电话: '13800000001', 岗位: '单元长', ...DOOR },
      { 姓名: '张没来', 电话: '13800000077', 岗位: '单元长', ...DOOR },
      { 姓名: '王秀兰', 电话: '13800000001', 岗位: '单元长', ...DOOR, 单元: '' },
    ],
    reports: ['3', '电话', '人员表里没有这个电话', '请先导入人员表', '4', '单元', '要填到单元'],
    right: [
      { 姓名: '王秀兰', 电话: '13800000001', 岗位: '单元长', ...DOOR, 上任: '2026/3/1', 占用时间: '20%' },
      { 姓名: '王秀兰', 电话: '138 0000 0001', 岗位: '楼栋长', ...DOOR, 单元: '' },
    ],
    added: 2,
    kinds: ['csv', 'xlsx', 'csv'],
  },
] as const satisfies readonly {
  word: string
  count: Sql
  wrong: readonly RegisterRow[]
  reports: readonly string[]
  right: readonly RegisterRow[]
  added: number
  kinds: readonly [SheetKind, SheetKind, SheetKind]
}[]
