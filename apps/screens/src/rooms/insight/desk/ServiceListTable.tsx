import { useLingui } from '@lingui/react/macro'
import type { ServiceListRow } from '@linli/contract/insight/shapes'
import { GAPS } from '@linli/contract/insight/shapes'
import { Tag } from 'antd'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'

const DAY = 1440
const HOUR = 60

/** One service list's items: what is asked, who could do it, what was done, and the gap in words. */
export function ServiceListTable({
  label,
  rows,
}: {
  readonly label: string
  readonly rows: readonly ServiceListRow[]
}) {
  const { t } = useLingui()
  const say = useSay()
  const waited = (minutes: number): string => {
    const [days, hours] = [Math.floor(minutes / DAY), Math.floor(minutes / HOUR)]
    return days > 0 ? t`${days} 天` : hours > 0 ? t`${hours} 小时` : t`${minutes} 分钟`
  }
  const helpers = ({ supply }: ServiceListRow): string =>
    supply.offered ? (supply.helpers === null ? t`不到 3 人` : String(supply.helpers)) : t`不抢单`
  return (
    <WideTable<ServiceListRow>
      aria-label={label}
      dataSource={[...rows]}
      rowKey="item"
      columns={[
        { title: t`事项`, key: 'name', render: (_, { name }) => say(name) },
        { title: t`需求：点单`, key: 'placed', align: 'right', render: (_, { need }) => need.placed },
        { title: t`在办`, key: 'open', align: 'right', render: (_, { need }) => need.open },
        {
          title: t`最长已等`,
          key: 'wait',
          align: 'right',
          render: (_, { need }) => (need.longestWaitMinutes === null ? '—' : waited(need.longestWaitMinutes)),
        },
        { title: t`供给：志愿者`, key: 'helpers', align: 'right', render: (_, row) => helpers(row) },
        { title: t`单位`, key: 'units', align: 'right', render: (_, { supply }) => supply.units },
        { title: t`服务：结案`, key: 'closed', align: 'right', render: (_, { service }) => service.closed },
        { title: t`解决`, key: 'solved', align: 'right', render: (_, { service }) => service.solved },
        {
          title: t`缺口`,
          key: 'gap',
          render: (_, { gap }) =>
            gap === null ? '—' : <Tag color={gap === 'short' ? 'red' : 'default'}>{say(GAPS[gap])}</Tag>,
        },
      ]}
    />
  )
}
