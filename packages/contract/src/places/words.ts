import type { Vocabulary } from '../words.ts'

/** Registers that come in as a file: 网格楼栋单元, 房屋, 人员, 任职, 一键通. */
export const REGISTERS = {
  areas: { zh: '网格楼栋单元表', en: 'Areas' },
  households: { zh: '房屋表', en: 'Households' },
  people: { zh: '人员表', en: 'People' },
  posts: { zh: '任职表', en: 'Posts' },
  devices: { zh: '一键通设备表', en: 'One-key devices' },
} as const satisfies Vocabulary<string>
export type Register = keyof typeof REGISTERS

/** Where a long import stands. `lost`: its server stopped before the end, and nothing was written. */
export const RUN_STATES = {
  waiting: { zh: '排队，前面还有一张表', en: 'Waiting for another import' },
  reading: { zh: '正在读表', en: 'Reading' },
  checking: { zh: '正在逐行检查', en: 'Checking' },
  writing: { zh: '正在写入', en: 'Writing' },
  over: { zh: '完成', en: 'Over' },
  lost: { zh: '中断，什么都没有写入', en: 'Broken off; nothing was written' },
} as const satisfies Vocabulary<string>
export type RunState = keyof typeof RUN_STATES

export const UNIT_KINDS = {
  department: { zh: '部门', en: 'Department' },
  company: { zh: '公司', en: 'Company' },
  community: { zh: '社区居委会', en: 'Residents committee' },
  organisation: { zh: '社会组织', en: 'Organisation' },
} as const satisfies Vocabulary<string>
export type UnitKind = keyof typeof UNIT_KINDS

/** What the numbers of a file of outlines mean. Everything is kept in WGS84. */
export const COORDINATES = {
  wgs84: {
    zh: 'WGS84 或 CGCS2000（GPS、天地图、测绘成果）',
    en: 'WGS84 or CGCS2000 (GPS, Tianditu, surveys)',
  },
  gcj02: { zh: 'GCJ-02 火星坐标（高德、腾讯地图）', en: 'GCJ-02 (AMap, Tencent Maps)' },
  bd09: { zh: 'BD-09（百度地图）', en: 'BD-09 (Baidu Maps)' },
} as const satisfies Vocabulary<string>
export type Coordinates = keyof typeof COORDINATES

/** How an outline may not fit the others. */
export const OUTLINE_WARNINGS = {
  overlap: { zh: '和别的地点重叠', en: 'Overlaps another area' },
  gap: { zh: '和相邻地点之间有空隙', en: 'Leaves a gap to a neighbour' },
  outsideParent: { zh: '超出上级的边界', en: 'Goes beyond the area above' },
} as const satisfies Vocabulary<string>
