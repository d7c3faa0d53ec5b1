import { Trans, useLingui } from '@lingui/react/macro'
import { KINDS, type Kind } from '@linli/contract/orders/words'
import { Tabs } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { usePlaceWords } from '../../../places/hand/usePlaceWords.ts'
import { useUnits } from '../../../places/queries.ts'
import type { OrderDraft } from './draft.ts'

type KindChoiceProps = {
  readonly draft: OrderDraft
  readonly change: (some: Partial<OrderDraft>) => void
}

const ALL = ['help', 'consultation', 'complaint', 'report', 'suggestion', 'praise'] as const satisfies Kind[]

/** 诉求类型: help unless something else is chosen, so that it costs nobody a tap. */
export function KindChoice({ draft, change }: KindChoiceProps) {
  const { t } = useLingui()
  const say = useSay()
  const word = usePlaceWords()
  const isAgainst = draft.kind === 'complaint' || draft.kind === 'report'
  return (
    <>
      <p>
        <Trans>不是求助？请选一种：</Trans>
      </p>
      <Tabs
        label={t`诉求类型`}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        tabs={ALL.map((value) => ({ value, label: word(`kind.${value}`, say(KINDS[value])) }))}
      />
      {isAgainst && <AboutUnit draft={draft} change={change} />}
    </>
  )
}

/** Named, the unit cannot read what is said about it; the level above takes it. */
function AboutUnit({ draft, change }: KindChoiceProps) {
  const say = useSay()
  const { data } = useUnits()
  if (!data || data.items.length === 0) return null
  return (
    <div className="field">
      <label className="field-label" htmlFor="field-aboutUnitId">
        <Trans>反映的是哪个单位（可不填）</Trans>
      </label>
      <p className="field-hint" id="field-aboutUnitId-hint">
        <Trans>选了以后，这个单位看不到您反映的内容，由上一级来办</Trans>
      </p>
      <select
        id="field-aboutUnitId"
        aria-describedby="field-aboutUnitId-hint"
        className="input"
        value={draft.aboutUnit ?? ''}
        onChange={(event) => change({ aboutUnit: event.currentTarget.value || null })}
      >
        <option value="">—</option>
        {data.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </select>
    </div>
  )
}
