import { Trans, useLingui } from '@lingui/react/macro'
import { ROSTER_PURPOSES } from '@linli/contract/duties/words'
import { useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import { Button, Card, ErrorSummary, ManyChoiceList } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { daysOf } from './daysOf.ts'

type Asked = Answer<'myDuties'>['asked'][number]
/** A longer roster is not asked day by day. */
const MOST_DAYS_ASKED = 31

/** May one come? Whoever says yes names the days and shifts on which they cannot. */
export function AskedCard({ roster, onChanged }: { readonly roster: Asked; readonly onChanged: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  const [offDays, setOffDays] = useState<readonly string[]>([])
  const [wishDays, setWishDays] = useState<readonly string[]>([])
  const [named, setNamed] = useState<readonly string[]>([])
  const [offShifts, setOffShifts] = useState<readonly string[]>([])
  const { send, sending, failure } = useCommand('answerRoster')
  const { id, title, purpose, reason, areaName, fromOn, toOn, shifts, isOfStation, answer, isInForce } =
    roster
  const [stands, setStands] = useState<readonly string[]>(roster.stands ? ['stands'] : [])
  const days = daysOf(fromOn, toOn)

  async function reply(comes: boolean) {
    const body = comes
      ? {
          comes,
          offDays: [...offDays],
          offShifts: [...offShifts],
          wishDays: wishDays.filter((day) => !offDays.includes(day)),
          showName: named.includes('show'),
          stands: stands.includes('stands'),
        }
      : { comes }
    if (await send({ params: { id }, body })) onChanged()
  }
  if (isInForce && answer === 'yes')
    return (
      <Card title={title}>
        <p>
          <Trans>您答应了，现在还没有排您。哪里缺人，社区会给您补排，并通知您。</Trans>
        </p>
      </Card>
    )
  return (
    <Card title={title}>
      <p>
        {say(ROSTER_PURPOSES[purpose])} · {areaName || t`全区`} · {fromOn} – {toOn}
      </p>
      {reason !== null && <p>{reason}</p>}
      <p>
        {answer === 'asked' && <Trans>社区想请您来值班，能来吗？</Trans>}
        {answer === 'yes' && <Trans>您答应了。排好以后会通知您，生效前可以再改。</Trans>}
        {answer === 'no' && <Trans>您说来不了。想来的话可以再改。</Trans>}
      </p>
      <ErrorSummary failure={failure} />
      {days.length > 1 && days.length <= MOST_DAYS_ASKED && (
        <ManyChoiceList
          field={`off-days-${id}`}
          label={<Trans>哪几天来不了</Trans>}
          optional
          compact
          choices={days.map((day) => ({ value: day, label: day.slice(5) }))}
          value={offDays}
          onChange={setOffDays}
        />
      )}
      {days.length > 1 && days.length <= MOST_DAYS_ASKED && (
        <ManyChoiceList
          field={`wish-days-${id}`}
          label={<Trans>最想哪几天来</Trans>}
          optional
          compact
          choices={days.map((day) => ({ value: day, label: day.slice(5) }))}
          value={wishDays}
          onChange={setWishDays}
        />
      )}
      {isOfStation && (
        <ManyChoiceList
          field={`show-name-${id}`}
          label={<Trans>驿站页上怎么写</Trans>}
          optional
          compact
          choices={[{ value: 'show', label: t`可以写我的姓；不选就只写“有人值班”` }]}
          value={named}
          onChange={setNamed}
        />
      )}
      {purpose === 'duty' && (
        <ManyChoiceList
          field={`stands-${id}`}
          label={<Trans>以后呢</Trans>}
          optional
          compact
          choices={[{ value: 'stands', label: t`以后每个月都可以排我，随时可以改` }]}
          value={stands}
          onChange={setStands}
        />
      )}
      {shifts.length > 1 && (
        <ManyChoiceList
          field={`off-shifts-${id}`}
          label={<Trans>哪几班来不了</Trans>}
          optional
          compact
          choices={shifts.map(({ key, name, start }) => ({ value: key, label: name, hint: start }))}
          value={offShifts}
          onChange={setOffShifts}
        />
      )}
      <Button wide busy={sending} busyWord={t`正在发送…`} onPress={() => void reply(true)}>
        <Trans>我能来</Trans>
      </Button>
      <Button wide look="second" busy={sending} onPress={() => void reply(false)}>
        <Trans>这次来不了</Trans>
      </Button>
    </Card>
  )
}
