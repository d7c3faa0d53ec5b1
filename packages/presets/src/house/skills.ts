import type { Skill, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const verifiedSkill: Source = { document: HOUSE_RULES, mechanism: '抢单池按核验过的技能计算' }

/** The skills that a pool of helpers is reckoned by anywhere. */
export const skills: readonly Skill[] = [
  { key: 'electrics', name: { zh: '电工', en: 'Electrics' }, source: verifiedSkill },
  { key: 'plumbing', name: { zh: '水暖', en: 'Plumbing' }, source: verifiedSkill },
  { key: 'locks', name: { zh: '开锁修锁', en: 'Locks' }, source: verifiedSkill },
  { key: 'appliances', name: { zh: '家电维修', en: 'Appliance repair' }, source: verifiedSkill },
  { key: 'haircutting', name: { zh: '理发', en: 'Haircutting' }, source: verifiedSkill },
  { key: 'nursing', name: { zh: '医护', en: 'Nursing' }, source: verifiedSkill },
  { key: 'counselling', name: { zh: '心理疏导', en: 'Counselling' }, source: verifiedSkill },
  { key: 'tutoring', name: { zh: '课业辅导', en: 'Tutoring' }, source: verifiedSkill },
  { key: 'law', name: { zh: '法律', en: 'Law' }, source: verifiedSkill },
]
