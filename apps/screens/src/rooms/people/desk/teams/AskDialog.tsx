import { Trans, useLingui } from '@lingui/react/macro'
import { TEAM_PARTS, type TeamPart } from '@linli/contract/people/teamWords'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { ChoiceField, SelectField } from '../../../../kit/desk/fields.tsx'
import { DeskField, useRead } from '../../../../kit/desk/index.ts'
import { ManySelect } from '../../../../kit/desk/ManySelect.tsx'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { Fills } from '../../../ledgers/desk/Fills.tsx'

type AskDialogProps = {
  readonly team: Answer<'getTeam'>
  readonly onDone: () => void
  readonly onClose: () => void
}
const ANY = 'any'
const MOST = 30
const isPart = (value: string | undefined): value is TeamPart =>
  value !== undefined && Object.hasOwn(TEAM_PARTS, value)

/** Helpers of the area, found by skill, asked into a part; each answers on their own phone. */
export function AskDialog({ team, onDone, onClose }: AskDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const place = useRead('getPlace', {})
  const [skill, setSkill] = useState(ANY)
  const found = useRead('listHelpers', { query: { limit: 100, ...(skill === ANY ? {} : { skill }) } })
  const [part, setPart] = useState<TeamPart>('member')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [hasAgreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('joinTeam')
  const errors = tried && chosen.length === 0 ? [{ field: 'people', message: t`请选人` }] : []
  const options = [
    ...team.people.map(({ personId, name, part: now }) => ({
      value: personId,
      label: t`${name}（现在是${say(TEAM_PARTS[now])}）`,
    })),
    ...(found.data?.items ?? [])
      .filter(({ personId }) => team.people.every((one) => one.personId !== personId))
      .map(({ personId, name, areaName, skills }) => ({
        value: personId,
        label: [name, areaName ?? '', ...skills.map((one) => say(one.name))].filter(Boolean).join(' '),
      })),
  ]

  async function ask() {
    setTried(true)
    // One after the other: whoever was placed before a refusal stays, and only the rest is still chosen.
    for (const personId of chosen) {
      if (!(await send({ params: { id: team.id }, body: { personId, part, hasAgreed } }))) return
      setChosen((rest) => rest.filter((one) => one !== personId))
    }
    if (chosen.length > 0) onDone()
  }

  return (
    <FormDialog
      title={t`请人进队或改任`}
      ok={t`请他们`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void ask()}
      onClose={onClose}
    >
      <ChoiceField
        field="part"
        label={<Trans>担任</Trans>}
        options={optionsOf(TEAM_PARTS, say)}
        value={part}
        onChange={(value) => {
          if (isPart(value)) setPart(value)
        }}
      />
      <SelectField
        field="skill"
        label={<Trans>按技能找</Trans>}
        options={[
          { value: ANY, label: t`不限` },
          ...(place.data?.skills ?? []).map(({ key, name }) => ({ value: key, label: say(name) })),
        ]}
        value={skill}
        onChange={(value) => setSkill(value ?? ANY)}
      />
      <DeskField
        field="people"
        label={<Trans>请谁</Trans>}
        hint={<Trans>本片的志愿者；可以选几位，队里的人选了就是改任</Trans>}
        error={errorOf(errors, 'people')}
        optional={false}
      >
        {(control) => (
          <ManySelect
            control={control}
            maxCount={MOST}
            value={chosen}
            options={options}
            onChange={setChosen}
          />
        )}
      </DeskField>
      <Checkbox checked={hasAgreed} onChange={(event) => setAgreed(event.target.checked)}>
        <Trans>本人已经当面或在电话里答应（不勾就在手机上问本人）</Trans>
      </Checkbox>
      <Fills operation="joinTeam" />
    </FormDialog>
  )
}
