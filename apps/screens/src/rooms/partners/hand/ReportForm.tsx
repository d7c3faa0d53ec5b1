import { Trans, useLingui } from '@lingui/react/macro'
import { FREE_TIMES, type FreeTime } from '@linli/contract/partners/words'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import {
  Button,
  ButtonLink,
  Card,
  ChoiceList,
  ErrorSummary,
  ManyChoiceList,
  Notice,
  TextField,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/hand/Fills.tsx'
import { mine as mineAt } from '../../people/hand/addresses.ts'

type Mine = Answer<'myReporting'>
type ReportFormProps = { readonly mine: Mine; readonly onChanged: () => void }
/** So many units are offered at once; whoever does not see theirs types on. */
const MOST_UNITS = 8
const TIMES = [
  'evenings',
  'saturdays',
  'sundays',
  'holidays',
  'workdays',
] as const satisfies readonly FreeTime[]

/** 报到 to the community where one lives: home unit, skills, times, and what one would like to do. */
export function ReportForm({ mine, onChanged }: ReportFormProps) {
  if (!mine.home)
    return (
      <Notice tone="calm" title={<Trans>先填好您住在哪里</Trans>}>
        <p>
          <Trans>党员到居住地的社区报到，要先知道您住在哪个社区。</Trans>
        </p>
        <ButtonLink href={mineAt.details.url()} wide>
          <Trans>填住址</Trans>
        </ButtonLink>
      </Notice>
    )
  return <Form mine={mine} home={mine.home} onChanged={onChanged} />
}

function Form({ mine, home, onChanged }: ReportFormProps & { readonly home: NonNullable<Mine['home']> }) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [typed, setTyped] = useState('')
  const [unitId, setUnitId] = useState<string>()
  const [skills, setSkills] = useState<readonly string[]>([])
  const [times, setTimes] = useState<readonly FreeTime[]>([])
  const [choices, setChoices] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('checkIn')
  const found = mine.units.filter(({ id, name }) => id === unitId || say(name).includes(typed.trim()))
  const errors = tried && !unitId ? [{ field: 'unitId', message: t`请选您所在的单位` }] : []
  const fixed = mine.menu.filter(({ kind }) => kind === 'fixed')
  const menu = mine.menu.filter(({ kind }) => kind === 'chosen')

  async function report() {
    setTried(true)
    if (!unitId) return
    const chosen = [...fixed.map(({ key }) => key), ...choices]
    const body = { id, path: home.path, unitId, skills: [...skills], times: [...times], choices: chosen }
    if (await send({ body })) onChanged()
  }
  return (
    <Card title={<Trans>到{home.name}报到</Trans>}>
      <p>
        <Trans>
          社区和您所在的单位会看到您报到了。社区看到的姓名是遮住的；做了什么由系统照实记，您自己先看。
        </Trans>
      </p>
      <ErrorSummary errors={errors} failure={failure} />
      <TextField
        field="unit-name"
        label={<Trans>找所在单位</Trans>}
        hint={<Trans>写几个字就能找到</Trans>}
        optional
        kind="search"
        value={typed}
        onChange={setTyped}
      />
      <ChoiceList
        field="unitId"
        label={<Trans>所在单位</Trans>}
        error={errorOf(errors, 'unitId')}
        choices={found.slice(0, MOST_UNITS).map(({ id, name }) => ({ value: id, label: say(name) }))}
        value={unitId}
        onChange={setUnitId}
      />
      {found.length === 0 && (
        <p role="status">
          <Trans>没有找到，请换几个字，或请社区先登记这个单位。</Trans>
        </p>
      )}
      {mine.skills.length > 0 && (
        <ManyChoiceList
          field="skills"
          label={<Trans>您会什么</Trans>}
          optional
          compact
          choices={mine.skills.map(({ key, name }) => ({ value: key, label: say(name) }))}
          value={skills}
          onChange={setSkills}
        />
      )}
      <ManyChoiceList
        field="times"
        label={<Trans>什么时候有空</Trans>}
        optional
        compact
        choices={TIMES.map((value) => ({ value, label: say(FREE_TIMES[value]) }))}
        value={times}
        onChange={setTimes}
      />
      {fixed.length > 0 && (
        <p>
          <Trans>报到都要做的：{fixed.map(({ name }) => say(name)).join(t`、`)}</Trans>
        </p>
      )}
      {menu.length > 0 && (
        <ManyChoiceList
          field="choices"
          label={<Trans>还愿意做什么</Trans>}
          optional
          choices={menu.map(({ key, name }) => ({ value: key, label: say(name) }))}
          value={choices}
          onChange={setChoices}
        />
      )}
      <Fills operation="checkIn" />
      <Button wide busy={sending} busyWord={t`正在发送…`} onPress={() => void report()}>
        <Trans>报到</Trans>
      </Button>
    </Card>
  )
}
