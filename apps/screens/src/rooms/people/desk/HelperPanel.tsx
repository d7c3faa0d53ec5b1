import { Trans, useLingui } from '@lingui/react/macro'
import type { HelperView } from '@linli/contract/people/shapes'
import { Panel } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { daysByHours } from './daysByHours.ts'
import type { PersonPart } from './person.ts'
import { TeamsOfHelper } from './TeamsOfHelper.tsx'
import { useHolds } from './useHolds.ts'
import { VerifiedSkills } from './VerifiedSkills.tsx'

/** How somebody helps: where, when, how much at a time, and what was verified about them. */
export function HelperPanel({ person, helper }: PersonPart & { readonly helper: HelperView }) {
  const { t } = useLingui()
  const say = useSay()
  const mayVerify = useHolds('dispatcher', 'regionAdmin') && !person.isMe
  const hours = daysByHours(helper.hours).map(({ span, days }) =>
    days.length === 7 ? t`每天 ${span}` : `${days.map(say).join(' ')} ${span}`,
  )
  const facts = [
    { word: t`服务范围`, value: helper.servesName },
    { word: t`同时在手单数`, value: t`最多 ${helper.quota} 单` },
    { word: t`夜间接急单`, value: helper.nightEmergencies ? t`愿意` : t`不接` },
    { word: t`请假到`, value: helper.onLeaveUntil ?? t`没有请假` },
    { word: t`参加积分`, value: helper.pointsOptIn ? t`参加` : t`不参加` },
    { word: t`服务时段`, value: hours.length > 0 ? hours.join(t`、`) : t`没有限定` },
  ]
  return (
    <Panel title={<Trans>志愿服务</Trans>}>
      <dl className="desk-facts">
        {facts.map(({ word, value }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <VerifiedSkills personId={person.id} helper={helper} mayVerify={mayVerify} />
      <TeamsOfHelper personId={person.id} helper={helper} mayChange={mayVerify} />
    </Panel>
  )
}
