import type { Vocabulary } from '../words.ts'

/** Registers that come in as a file: 网格楼栋单元, 房屋, 人员. */
export const REGISTERS = {
  areas: { zh: '网格楼栋单元表', en: 'Areas' },
  households: { zh: '房屋表', en: 'Households' },
  people: { zh: '人员表', en: 'People' },
} as const satisfies Vocabulary<string>
export type Register = keyof typeof REGISTERS

export const UNIT_KINDS = {
  department: { zh: '部门', en: 'Department' },
  company: { zh: '公司', en: 'Company' },
  community: { zh: '社区居委会', en: 'Residents committee' },
  organisation: { zh: '社会组织', en: 'Organisation' },
} as const satisfies Vocabulary<string>
export type UnitKind = keyof typeof UNIT_KINDS
