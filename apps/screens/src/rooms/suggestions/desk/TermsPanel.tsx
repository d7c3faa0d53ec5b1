import { Trans, useLingui } from '@lingui/react/macro'
import type { SuggestionTerms } from '@linli/contract/suggestions/shapes'
import { BASES } from '@linli/contract/suggestions/words'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { InputField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useHolds } from '../../people/desk/useHolds.ts'

/** How well items are suggested, and from which margin the first is filled in; without one it never is. */
export function TermsPanel() {
  const terms = useRead('getSuggestionTerms', {})
  const maySet = useHolds('regionAdmin')
  return (
    <Panel title={<Trans>事项建议学得怎么样</Trans>}>
      <ReadView read={terms}>
        {(now) => (
          <>
            <HowWell learned={now.learned} />
            {maySet ? <MarginForm key={now.version} terms={now} /> : <MarginNow margin={now.margin} />}
          </>
        )}
      </ReadView>
    </Panel>
  )
}

function HowWell({ learned }: Pick<SuggestionTerms, 'learned'>) {
  const say = useSay()
  if (!learned)
    return (
      <p>
        <Trans>
          还没学过：受理满 60 单以后，每天夜里从受理时定的事项学一次。现在按事项的名字和俗称建议。
        </Trans>
      </p>
    )
  const { examples, items, first, firstTwo, byNames } = learned
  const at = say(momentWords(learned.at))
  return (
    <p>
      <Trans>
        {at} 从 {examples} 单学了 {items} 个事项。拿没学过的单来试：第一个就对 {first}%，前两个里有 {firstTwo}
        %；只按名字是 {byNames}%。
      </Trans>{' '}
      <Trans>现在用的是：</Trans>
      {say(BASES[learned.basis])}
      <Trans>。受理时改过的事项，当晚就学进去。</Trans>
    </p>
  )
}

const MarginNow = ({ margin }: { readonly margin: number | null }) => (
  <p>
    {margin === null ? (
      <Trans>建议的事项从不先填上，由受理员选。</Trans>
    ) : (
      <Trans>第一个领先 {margin} 个百分点以上时先填上，由受理员看过再受理。</Trans>
    )}
  </p>
)

function MarginForm({ terms }: { readonly terms: SuggestionTerms }) {
  const { t } = useLingui()
  const [margin, setMargin] = useState(terms.margin === null ? '' : String(terms.margin))
  const [tried, setTried] = useState(false)
  const [isSet, setDone] = useState(false)
  const { send, sending, failure } = useCommand('setSuggestionTerms')
  const given = margin.trim() === '' ? null : Number(margin)
  const isRight = given === null || (Number.isInteger(given) && given >= 5 && given <= 100)
  const errors = tried && !isRight ? [{ field: 'margin', message: t`请写 5 到 100 的整数，或者空着` }] : []
  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isRight && (await send({ body: { version: terms.version, margin: given } }))) setDone(true)
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)} aria-label={t`定领先多少才先填上`}>
      <Saved>{isSet && <Trans>已定好，马上生效。</Trans>}</Saved>
      <ErrorSummary errors={errors} failure={failure} />
      <InputField
        field="margin"
        inputMode="numeric"
        label={<Trans>领先多少个百分点才先填上</Trans>}
        hint={<Trans>空着就是从不先填。先填上的也要受理员看过，才算受理。</Trans>}
        optional
        value={margin}
        error={errorOf(errors, 'margin')}
        onChange={setMargin}
      />
      <p className="desk-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          <Trans>定下来</Trans>
        </Button>
      </p>
    </form>
  )
}
