import type { CatalogueItem } from '@linli/contract'
import { socialList } from '../sources.ts'

/** A small job inside a home; a home is photographed only where the item below says so. */
const homeJob = {
  list: 'social',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: true,
  automatic: true,
  skill: null,
  homeEntry: true,
  evidence: ['contact'],
  unit: null,
  photoNeedsPlace: false,
  source: socialList,
} as const satisfies Partial<CatalogueItem>

/** 上门小修: small repairs in the homes of elders (10 of 52). */
export const socialRepair: readonly CatalogueItem[] = [
  {
    ...homeJob,
    key: 'changeBulb',
    name: { zh: '换灯泡', en: 'Change a light bulb' },
    alias: ['灯不亮', '灯泡坏了', '家里黑'],
  },
  {
    ...homeJob,
    key: 'waterRepair',
    skill: 'plumbing',
    urgency: 'prompt',
    evidence: ['beforePhoto', 'afterPhoto'],
    name: { zh: '水龙头水管小修', en: 'Small water repair' },
    alias: ['水龙头漏水', '水管滴水', '马桶漏水'],
  },
  {
    ...homeJob,
    key: 'powerRepair',
    skill: 'electrics',
    urgency: 'prompt',
    evidence: ['beforePhoto', 'afterPhoto'],
    name: { zh: '插座开关小修', en: 'Small electrical repair' },
    alias: ['插座没电', '开关坏了', '跳闸了'],
  },
  {
    ...homeJob,
    key: 'unclogDrain',
    skill: 'plumbing',
    name: { zh: '疏通下水', en: 'Unclog a drain' },
    alias: ['马桶堵了', '地漏堵了', '水池不下水'],
  },
  {
    ...homeJob,
    key: 'lockRepair',
    skill: 'locks',
    urgency: 'prompt',
    name: { zh: '门锁维修', en: 'Lock repair' },
    alias: ['锁坏了', '钥匙断了', '门打不开'],
  },
  {
    ...homeJob,
    key: 'furnitureRepair',
    name: { zh: '桌椅柜门小修', en: 'Small furniture repair' },
    alias: ['柜门掉了', '椅子松了', '床响'],
  },
  {
    ...homeJob,
    key: 'applianceRepair',
    skill: 'appliances',
    name: { zh: '家电检修', en: 'Appliance check' },
    alias: ['电视没信号', '空调不冷', '冰箱不制冷'],
  },
  {
    ...homeJob,
    key: 'grabRail',
    evidence: ['afterPhoto'],
    name: { zh: '安装扶手', en: 'Fit a grab rail' },
    alias: ['卫生间扶手', '怕滑倒', '适老改造'],
  },
  {
    ...homeJob,
    key: 'windowScreen',
    name: { zh: '纱窗窗帘拆装', en: 'Window screens and curtains' },
    alias: ['纱窗破了', '挂窗帘', '拆洗窗帘'],
  },
  {
    ...homeJob,
    key: 'smokeAlarm',
    evidence: ['afterPhoto'],
    name: { zh: '安装烟感报警器', en: 'Fit a smoke alarm' },
    alias: ['烟雾报警', '烟感', '报警器没电'],
  },
]
