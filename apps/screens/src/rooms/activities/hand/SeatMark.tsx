import { useLingui } from '@lingui/react/macro'
import type { ActivityCard } from '@linli/contract/activities/shapes'
import { StatusMark } from '../../../kit/hand/index.ts'

/** Whether one can still come, in words. */
export function SeatMark({ activity }: { readonly activity: ActivityCard }) {
  const { t } = useLingui()
  const { state, signUp, seats, endsAt } = activity
  if (state === 'calledOff') return <StatusMark tone="late" word={t`已取消`} />
  if (state === 'held' || Date.parse(endsAt) < Date.now())
    return <StatusMark tone="still" word={t`已经办过`} />
  if (!signUp) return <StatusMark tone="done" word={t`不用报名，直接来`} />
  const attend = seats.find(({ part }) => part === 'attend')
  if (!attend) return <StatusMark tone="still" word={t`只找帮手`} />
  if (attend.seats === null) return <StatusMark tone="done" word={t`可以报名`} />
  const free = attend.seats - attend.taken
  if (free > 0) return <StatusMark tone="done" word={t`还有 ${free} 个名额`} />
  const { waiting } = attend
  return <StatusMark tone="waiting" word={t`报满了，${waiting} 人候补`} />
}
