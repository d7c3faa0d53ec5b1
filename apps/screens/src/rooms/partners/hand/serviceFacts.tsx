import { Trans } from '@lingui/react/macro'
import type { ServiceFacts } from '@linli/contract/partners/shapes'
import type { ReactNode } from 'react'

/** Facts of service as pairs of words. */
export function factsOf({
  orders,
  duties,
  dutyMinutes,
  helps,
  helpMinutes,
}: ServiceFacts): readonly (readonly [ReactNode, ReactNode])[] {
  const hours = Math.floor(dutyMinutes / 60)
  const minutes = dutyMinutes % 60
  const helpHours = Math.floor(helpMinutes / 60)
  const helpRest = helpMinutes % 60
  return [
    [<Trans key="orders">办结的单</Trans>, <Trans key="orders-count">{orders} 张</Trans>],
    [<Trans key="duties">值班</Trans>, <Trans key="duties-count">{duties} 班</Trans>],
    [
      <Trans key="hours">经确认的时长</Trans>,
      <Trans key="hours-count">
        {hours} 小时 {minutes} 分
      </Trans>,
    ],
    ...(helps > 0
      ? [
          [
            <Trans key="helps">活动帮忙</Trans>,
            <Trans key="helps-count">
              {helps} 次，{helpHours} 小时 {helpRest} 分
            </Trans>,
          ] as const,
        ]
      : []),
  ]
}
