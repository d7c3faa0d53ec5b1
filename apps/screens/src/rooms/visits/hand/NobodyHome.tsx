import { Trans, useLingui } from '@lingui/react/macro'
import type { ComeAgain } from '@linli/contract/visits/shapes'
import { DAY_PARTS, type DayPart } from '@linli/contract/visits/words'
import { useState } from 'react'
import { Button, ChoiceList, TextField } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'

type NobodyHomeProps = {
  readonly isCompany: boolean
  readonly onNobody: (again: ComeAgain | undefined) => void
}

const PARTS = Object.keys(DAY_PARTS) as DayPart[] // the vocabulary's keys
const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** One press where nobody is there; whoever was told when to come again writes it down beside. */
export function NobodyHome({ isCompany, onNobody }: NobodyHomeProps) {
  const { t } = useLingui()
  const say = useSay()
  const [on, setOn] = useState(() => dayIn(1))
  const [part, setPart] = useState<DayPart>('evening')
  const [error, setError] = useState<string>()
  return (
    <>
      <Button wide look="second" onPress={() => onNobody(undefined)}>
        {isCompany ? <Trans>没见到负责人</Trans> : <Trans>没人在家</Trans>}
      </Button>
      <details className="fold">
        <summary>
          <Trans>约好什么时候再来</Trans>
        </summary>
        <div className="stack">
          <TextField
            field="againOn"
            kind="date"
            label={<Trans>哪天</Trans>}
            value={on}
            error={error}
            onChange={setOn}
          />
          <ChoiceList
            field="againPart"
            compact
            label={<Trans>什么时候</Trans>}
            choices={PARTS.map((value) => ({ value, label: say(DAY_PARTS[value]) }))}
            value={part}
            onChange={setPart}
          />
          <Button
            wide
            look="second"
            onPress={() => (on >= dayIn(0) ? onNobody({ on, part }) : setError(t`请选今天或以后的日子`))}
          >
            <Trans>记下，到时再来</Trans>
          </Button>
        </div>
      </details>
    </>
  )
}
