import type { Kind } from '@linli/contract'
import type { Message } from './messages.ts'

type Listed = {
  readonly key: string
  readonly name: { readonly zh: string }
  readonly alias: readonly string[]
}

/** Words of city people's messages that the catalogue's own names and by-names do not hold. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/噪[音声]|扰民|广场舞|夜间施工/, 'noise'],
  [/路灯/, 'streetLamp'],
  [/电梯/, 'liftFault'],
  [/停水|水压|自来水/, 'waterOutage'],
  [/停电|电压/, 'powerOutage'],
  [/天然气|燃气|煤气/, 'gasOutage'],
  [/积水|内涝|淹/, 'roadFlooding'],
  [/下水道|污水|化粪池/, 'blockedSewer'],
  [/油烟|烧烤|异味|臭/, 'cookingFumes'],
  [/垃圾/, 'garbagePile'],
  [/违建|违章建筑|私搭/, 'illegalBuilding'],
  [/消防/, 'fireLane'],
  [/飞线|电动车充电|电瓶车/, 'unsafeCharging'],
  [/停车|车位/, 'parking'],
  [/占道|摆摊|夜市/, 'pavementTrading'],
  [/物业/, 'propertyComplaint'],
  [/学区|入学|入园|学校|幼儿园/, 'schoolEnrolment'],
  [/医保|报销/, 'residentInsurance'],
  [/养老金|退休/, 'pensionCheck'],
  [/低保/, 'minimumLiving'],
  [/公租房|廉租|保障房/, 'publicRental'],
  [/拖欠|欠薪|工资|合同|维权/, 'legalAid'],
  [/道路|路面|坑洼|人行道/, 'roadDamage'],
  [/绿化|树/, 'greenery'],
  [/漏水|漏雨|裂缝|危房/, 'unsafeHouse'],
]

/** The item that a message asks for, if its words say so; otherwise the intake officer chooses. */
export function matchItem(
  { title, detail }: Pick<Message, 'title' | 'detail'>,
  items: readonly Listed[],
): string | undefined {
  const known = new Set(items.map(({ key }) => key))
  for (const text of [title, detail.slice(0, 400)]) {
    const named = items.find(({ name, alias }) => [name.zh, ...alias].some((word) => text.includes(word)))
    if (named) return named.key
    const hinted = HINTS.find(([words, key]) => known.has(key) && words.test(text))
    if (hinted) return hinted[1]
  }
  return undefined
}

/** 诉求类型 by the words of the title; help unless it says otherwise. */
export function kindOf({ title }: Pick<Message, 'title'>): Kind {
  if (/投诉/.test(title)) return 'complaint'
  if (/举报|违法|违规/.test(title)) return 'report'
  if (/咨询|请问|何时|是否|什么时候|[?？]$/.test(title)) return 'consultation'
  if (/建议|希望|能否/.test(title)) return 'suggestion'
  return /感谢|表扬/.test(title) ? 'praise' : 'help'
}
