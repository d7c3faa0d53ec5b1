import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { useSay } from '../../../kit/language.ts'
import { Icon } from '../../../kit/shared/Icon.tsx'
import { atDesk, IN_HAND, queueUrl } from '../addresses.ts'
import { lengthOf } from '../claimTime.ts'
import type { Period } from '../period.ts'
import { Main } from './Main.tsx'
import { counted } from './numbers.ts'

type MainFiguresProps = { readonly figures: Figures; readonly days: Period; readonly mayList: boolean }

/** The six figures that are read from across the room. */
export function MainFigures({ figures, days, mayList }: MainFiguresProps) {
  const { t } = useLingui()
  const { area, today, period, open, overdue, handlersToday } = figures
  const queue = (filters: typeof IN_HAND) => (mayList ? atDesk(queueUrl(area, filters)) : undefined)
  const share = open === 0 ? 0 : Math.round((overdue / open) * 100)
  return (
    <section className="wall-figures" aria-label={t`主要数字`}>
      <Main label={<Trans>今天点单</Trans>} value={counted(today.placed)}>
        <Trans>
          {days} 天共 {counted(period.placed)}
        </Trans>
      </Main>
      <Main label={<Trans>在办</Trans>} value={counted(open)} href={queue(IN_HAND)}>
        {handlersToday !== null && <Trans>今天 {handlersToday} 人办单</Trans>}
      </Main>
      <Main
        label={
          <>
            {overdue > 0 && <Icon name="alert" />}
            <Trans>超时</Trans>
          </>
        }
        value={counted(overdue)}
        tone={overdue > 0 ? 'late' : undefined}
        href={queue({ overdue: true })}
      >
        <Trans>占在办 {share}%</Trans>
      </Main>
      <Main label={<Trans>今天结案</Trans>} value={counted(today.closed)}>
        <Trans>
          {days} 天共 {counted(period.closed)}
        </Trans>
      </Main>
      <Satisfaction satisfaction={period.satisfaction} days={days} />
      <ClaimTime seconds={period.medianClaimSeconds} days={days} />
    </section>
  )
}

type SatisfactionProps = {
  readonly satisfaction: Figures['period']['satisfaction']
  readonly days: Period
}

/** A dash and why, where too few have rated to say anything, and to hide who said it. */
function Satisfaction({ satisfaction, days }: SatisfactionProps) {
  const label = <Trans>满意率</Trans>
  if (!satisfaction)
    return (
      <Main label={label} value="—" tone="none">
        <Trans>评价不满 10 份</Trans>
      </Main>
    )
  return (
    <Main label={label} value={String(satisfaction.percent)} unit="%">
      <Trans>
        {days} 天 {counted(satisfaction.rated)} 份评价
      </Trans>
    </Main>
  )
}

type ClaimTimeProps = { readonly seconds: number | null; readonly days: Period }

/** Within what time half of the orders that were offered were claimed. */
function ClaimTime({ seconds, days }: ClaimTimeProps) {
  const say = useSay()
  const label = <Trans>抢单用时</Trans>
  if (seconds === null)
    return (
      <Main label={label} value="—" tone="none">
        <Trans>{days} 天没有抢单</Trans>
      </Main>
    )
  const { value, unit } = lengthOf(seconds)
  return (
    <Main label={label} value={value} unit={say(unit)}>
      <Trans>一半的单比这快</Trans>
    </Main>
  )
}
