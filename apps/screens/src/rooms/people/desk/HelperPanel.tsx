import { Trans, useLingui } from '@lingui/react/macro'
import type { HelperView } from '@linli/contract/people/shapes'
import { WEEKDAYS } from '@linli/contract/people/words'
import { Button } from 'antd'
import { ErrorSummary, Panel, StatusMark } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import type { PersonPart } from './PersonPage.tsx'
import { TeamsOfHelper } from './TeamsOfHelper.tsx'
import { useHolds } from './useHolds.ts'

/** How somebody helps: where, when, how much at a time, and what was verified about them. */
export function HelperPanel({ person, helper, onChanged }: PersonPart & { readonly helper: HelperView }) {
  const { t } = useLingui()
  const say = useSay()
  const mayVerify = useHolds('dispatcher', 'regionAdmin') && !person.isMe
  const hours = helper.hours.map(({ weekday, from, to }) => {
    const day = Object.entries(WEEKDAYS).find(([number]) => Number(number) === weekday)?.[1]
    return `${day ? say(day) : ''} ${from}–${to}`
  })
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
      <Verified personId={person.id} helper={helper} mayVerify={mayVerify} onChanged={onChanged} />
      <TeamsOfHelper personId={person.id} helper={helper} mayChange={mayVerify} onChanged={onChanged} />
    </Panel>
  )
}

type VerifiedProps = {
  readonly personId: string
  readonly helper: HelperView
  readonly mayVerify: boolean
  readonly onChanged: () => void
}

/** Home-entry clearance and skills, each with its own press to verify or take back. */
function Verified({ personId, helper, mayVerify, onChanged }: VerifiedProps) {
  const { t } = useLingui()
  const say = useSay()
  const entering = useCommand('setHomeEntry')
  const verifying = useCommand('verifySkill')
  const params = { id: personId }

  async function setEntry(homeEntry: boolean) {
    if (await entering.send({ params, body: { homeEntry } })) onChanged()
  }
  async function verify(skill: string, verified: boolean) {
    if (await verifying.send({ params, body: { skill, verified } })) onChanged()
  }
  const rows = [
    {
      key: 'home-entry',
      name: t`入户资质`,
      verified: helper.homeEntry,
      change: () => setEntry(!helper.homeEntry),
    },
    ...helper.skills.map(({ skill, name, verified }) => ({
      key: skill,
      name: say(name),
      verified,
      change: () => verify(skill, !verified),
    })),
  ]
  return (
    <>
      <ErrorSummary failure={entering.failure ?? verifying.failure} />
      <ul className="plain-list">
        {rows.map(({ key, name, verified, change }) => (
          <li key={key} className="desk-buttons">
            <span>{name}</span>
            <StatusMark tone={verified ? 'done' : 'waiting'} word={verified ? t`已核验` : t`未核验`} />
            {mayVerify && (
              <Button size="small" onClick={() => void change()}>
                {verified ? <Trans>撤回“{name}”的核验</Trans> : <Trans>核验“{name}”</Trans>}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
