import type { Words } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'

type Left = NonNullable<OrderView['clocks'][number]['left']>

const many = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/** What is left of a limit, in the time it is counted in: 3 个工作日, 2 小时 30 分工作时间. */
export function leftWords({ amount, unit }: Left): Words {
  if (unit === 'workDay') return { zh: `${amount} 个工作日`, en: many(amount, 'work day') }
  const [hours, minutes] = [Math.floor(amount / 60), amount % 60]
  const zh = [hours > 0 ? `${hours} 小时` : '', minutes > 0 || hours === 0 ? `${minutes} 分` : '']
  const en = [hours > 0 ? many(hours, 'hour') : '', minutes > 0 || hours === 0 ? many(minutes, 'minute') : '']
  const of = unit === 'workMinute' ? { zh: '工作时间', en: ' of working time' } : { zh: '', en: '' }
  return { zh: zh.filter(Boolean).join(' ') + of.zh, en: en.filter(Boolean).join(' ') + of.en }
}
