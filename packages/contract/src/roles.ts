import type { Vocabulary } from './words.ts'

export type Role =
  | 'resident'
  | 'helper'
  | 'gridWorker'
  | 'intake'
  | 'dispatcher'
  | 'unitHandler'
  | 'reviewer'
  | 'caller'
  | 'publisher'
  | 'regionAdmin'
  | 'securityAdmin'
  | 'leader'
  | 'auditor'

/** Everybody who signs in is a resident of the region; the other roles come from grants. */
export const ROLES: Vocabulary<Role> = {
  resident: { zh: '居民', en: 'Resident' },
  helper: { zh: '志愿者', en: 'Helper' },
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  intake: { zh: '受理员', en: 'Intake officer' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  unitHandler: { zh: '单位承办人', en: 'Unit handler' },
  reviewer: { zh: '审核员', en: 'Reviewer' },
  caller: { zh: '回访员', en: 'Follow-up caller' },
  publisher: { zh: '公开审核员', en: 'Publisher' },
  regionAdmin: { zh: '区级管理员', en: 'Region administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  leader: { zh: '领导', en: 'Leader' },
  auditor: { zh: '审计员', en: 'Auditor' },
}

/**
 * The three administrators, who are three people (GB/T 22239): one looks after the place, one after accounts, one reads
 * the record. Nobody holds two of them at once; the database refuses it.
 */
export const ADMINISTRATORS = ['regionAdmin', 'securityAdmin', 'auditor'] as const satisfies Role[]
export type Administrator = (typeof ADMINISTRATORS)[number]

/**
 * How the person stands to the thing asked for.
 * - `any`: nothing in particular is asked for (placing an order, one's own inbox).
 * - `own`: requester, beneficiary or the one who placed it; for a person, oneself.
 * - `assigned`: the order is mine, my team's or my unit's to do.
 * - `called`: my unit was called to help with the order.
 * - `offered`: the order is in the pool that I am in.
 * - `sameOrder`: another party of the same order.
 * - `inScope`: it lies in the area or unit of my grant for that role.
 */
export type Relation = 'any' | 'own' | 'assigned' | 'called' | 'offered' | 'sameOrder' | 'inScope'

export const RELATIONS: Vocabulary<Relation> = {
  any: { zh: '不限', en: 'Any' },
  own: { zh: '本人', en: 'Own' },
  assigned: { zh: '承办', en: 'Assigned' },
  called: { zh: '协办', en: 'Called to help' },
  offered: { zh: '可抢', en: 'Offered' },
  sameOrder: { zh: '同单', en: 'Same order' },
  inScope: { zh: '辖区内', en: 'In scope' },
}
