import { Trans, useLingui } from '@lingui/react/macro'
import type { HelperView } from '@linli/contract/people/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, StatusMark, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type VerifiedSkillsProps = {
  readonly personId: string
  readonly helper: HelperView
  readonly mayVerify: boolean
}

/** Home-entry clearance and skills, each with its own press to verify or to take back, and further skills to verify. */
export function VerifiedSkills({ personId, helper, mayVerify }: VerifiedSkillsProps) {
  const { t } = useLingui()
  const say = useSay()
  const entering = useCommand('setHomeEntry')
  const verifying = useCommand('verifySkill')
  const params = { id: personId }

  const verify = (skill: string, verified: boolean) => verifying.send({ params, body: { skill, verified } })
  const rows = [
    {
      key: 'home-entry',
      name: t`入户资质`,
      verified: helper.homeEntry,
      change: () => entering.send({ params, body: { homeEntry: !helper.homeEntry } }),
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
                {verified ? <Trans>取消“{name}”</Trans> : <Trans>核验“{name}”</Trans>}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayVerify && <Fills operation="verifySkill" />}
      {mayVerify && <FurtherSkill helper={helper} onVerify={(skill) => verify(skill, true)} />}
    </>
  )
}

type FurtherSkillProps = {
  readonly helper: HelperView
  readonly onVerify: (skill: string) => Promise<unknown>
}

/** A skill that was shown and is not in the list yet. */
function FurtherSkill({ helper, onVerify }: FurtherSkillProps) {
  const { t } = useLingui()
  const say = useSay()
  const place = useRead('getPlace', {})
  const [skill, setSkill] = useState<string>()
  const [tried, setTried] = useState(false)
  const others = place.data?.skills.filter(({ key }) => helper.skills.every((one) => one.skill !== key)) ?? []

  async function verify() {
    setTried(true)
    if (!skill) return
    await onVerify(skill)
    setSkill(undefined)
    setTried(false)
  }

  return (
    <div className="desk-row">
      <SelectField
        field="skill"
        label={<Trans>再核验一项技能</Trans>}
        options={others.map(({ key, name }) => ({ value: key, label: say(name) }))}
        value={skill}
        error={tried && !skill ? t`请选一项技能` : undefined}
        onChange={setSkill}
      />
      <Button onClick={() => void verify()}>
        <Trans>核验</Trans>
      </Button>
    </div>
  )
}
