import type { CatalogueItem } from '@linli/contract'
import { wishList } from '../sources.ts'

/** The community reads a wish before it goes on the wall; one person takes it, and what is not done in time goes back. */
const wishing = {
  list: 'wish',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: true,
  automatic: false,
  returnsToPool: true,
  skill: null,
  homeEntry: false,
  evidence: ['contact'],
  unit: null,
  photoNeedsPlace: false,
  source: wishList,
} as const satisfies Partial<CatalogueItem>

/** 微心愿: something small that somebody would be glad of. */
export const wish: readonly CatalogueItem[] = [
  {
    ...wishing,
    key: 'wishStudyDesk',
    name: { zh: '学习用品心愿', en: 'Things for studying' },
    alias: ['想要书桌', '缺文具', '想要课外书'],
    example: '孙女上三年级了，一直趴在茶几上写作业，想要一张小书桌。',
  },
  {
    ...wishing,
    key: 'wishReadingGlasses',
    name: { zh: '老花镜心愿', en: 'Reading glasses' },
    alias: ['眼镜坏了', '想配老花镜'],
    example: '老花镜腿断了一年多，看药盒上的字要拿放大镜，想要一副新的。',
  },
  {
    ...wishing,
    key: 'wishQuilt',
    name: { zh: '过冬衣被心愿', en: 'Warm things for winter' },
    alias: ['棉被旧了', '缺过冬衣服', '天冷没厚被子'],
    example: '家里的棉絮结成块了，快入冬了，想要一床厚一点的被子。',
  },
  {
    ...wishing,
    key: 'wishFestivalVisit',
    homeEntry: true,
    name: { zh: '节日探望', en: 'A visit on a festival' },
    alias: ['过节一个人', '想有人来过节'],
    example: '重阳节孩子回不来，想有人来家里吃顿饭、说说话。',
  },
  {
    ...wishing,
    key: 'wishFamilyPhoto',
    name: { zh: '拍张全家福', en: 'A family photo' },
    alias: ['想拍照', '没有全家照'],
    example: '金婚五十年没照过一张像样的合影，想请会拍照的人来照一张。',
  },
  {
    ...wishing,
    key: 'friendlyVisit',
    homeEntry: true,
    name: { zh: '陪老人聊天', en: 'Company for an elder' },
    alias: ['没人说话', '想有人陪', '一个人闷'],
  },
  {
    ...wishing,
    key: 'riderDelivery',
    urgency: 'ordinary',
    name: { zh: '骑手顺路代送', en: 'A delivery by a rider' },
    alias: ['代买东西', '帮送东西', '顺路带一下'],
    example: '脚崴了下不了楼，想请骑手顺路带一份菜场的青菜豆腐。',
  },
]
