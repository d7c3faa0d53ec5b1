import type { SenderColumn } from '@linli/contract/upstream/shapes'
import { NEEDED_FIELDS, type SenderField } from '@linli/contract/upstream/words'

/**
 * Headings as the files of hotlines, their platforms and the residents' reports of WeCom write them. The first that fits
 * counts, in this order: 办结时限 is a limit and 办结时间 is not.
 */
const HEADINGS: readonly (readonly [SenderField, RegExp])[] = [
  [
    'number',
    /^(工单|诉求|案件|任务|受理|热线|来件|上报单?|事件|反馈单?|转办单?)(编|单)?号码?$|^(编号|单号|流水号|受理号|工单ID|order_?id)$/i,
  ],
  ['dueAt', /(时限|期限|截止|到期|限办|要求完成|应办结)/],
  ['contactedAt', /(首次)?联系(群众|市民|诉求人)?时间/],
  ['handledAt', /(办结|办理完成|处理完成|完成|处置|答复|反馈)时间/],
  ['sentAt', /(受理|来电|上报|登记|提交|诉求|创建|派单|转办|派发|交办|反映)(日期|时间)$/],
  ['confidential', /保密|隐私|匿名/],
  ['phone', /电话|手机|联系方式|来电号码|主叫|号码$/],
  ['name', /(诉求|来电|反映|上报|联系|投诉|申请|反馈|市民)人?(姓名|人)$|^(姓名|市民姓名)$/],
  ['resolved', /是否(解决|办成)|解决情况/],
  ['reply', /(办理|处理|处置|回复|答复|反馈)(结果|意见|情况|内容)|答复$/],
  ['state', /(办理|处理|工单|当前|上报)?(状态|进度)/],
  ['unit', /(承办|主办|办理|处理|责任|处置|接收)(单位|部门|人)/],
  ['urgency', /紧急|急缓|缓急|优先级/],
  ['title', /标题|主题/],
  ['detail', /(诉求|问题|工单|上报|反映|事件|反馈|来电|投诉)(内容|描述|详情|事项)|^(内容|描述|详情)$/],
  ['kind', /(诉求|工单|业务|信件|反映|来电)(类型|性质|类别)|^类型$/],
  ['item', /(事项|问题|诉求|事件|归口)(分类|类别|类型|名称)|^(分类|事项)$/],
  ['address', /地址|地点|位置/],
  ['community', /社区|网格|街道|乡镇|所属区域|村居|属地/],
]

/** A heading without what people put around it. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\s*:：（(].*$/s, '')
    .trim() || heading.trim()

/**
 * What the columns of a file mean: as it was remembered for this sender, else as their headings say. No field stands for
 * two columns; the first keeps it.
 */
export function columnsOf(headings: readonly string[], remembered: readonly SenderColumn[]): SenderColumn[] {
  const known = new Map(remembered.map(({ heading, field }) => [heading, field]))
  const taken = new Set<SenderField>(
    headings.map((heading) => known.get(heading) ?? null).filter((field) => field !== null),
  )
  return headings.map((heading) => {
    const before = known.get(heading)
    if (before !== undefined) return { heading, field: before }
    const plain = plainHeading(heading)
    const field = HEADINGS.find(([field, words]) => !taken.has(field) && words.test(plain))?.[0] ?? null
    if (field) taken.add(field)
    return { heading, field }
  })
}

/** Needed fields that no column stands for. */
export const missingIn = (columns: readonly SenderColumn[]): SenderField[] =>
  NEEDED_FIELDS.filter((needed) => !columns.some(({ field }) => field === needed))

/** A field that two columns stand for. */
export const doubledIn = (columns: readonly SenderColumn[]): SenderField | undefined => {
  const fields = columns.map(({ field }) => field).filter((field) => field !== null)
  return fields.find((field, at) => fields.indexOf(field) !== at)
}
