import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button, ErrorSummary } from '../../../../kit/hand/index.ts'
import { detailOf } from './draft.ts'
import { ItemSuggestions } from './ItemSuggestions.tsx'
import { KindChoice } from './KindChoice.tsx'
import { PlainPage } from './PlainPage.tsx'
import { TellFields, useTellingErrors } from './TellFields.tsx'
import type { Placing } from './usePlacing.ts'

type SayStepProps = { readonly placing: Placing; readonly onNext: () => void }

/** The first screen: what it is about, in words, by voice or by photo. Any one of them is enough. */
export function SayStep({ placing, onNext }: SayStepProps) {
  const { draft, change } = placing
  const [checked, setChecked] = useState(false)
  const telling = { ...placing, text: draft.text, setText: (text: string) => change({ text }) }
  const errors = useTellingErrors(telling, detailOf(draft))
  const shown = checked ? errors : []

  function next(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (errors.length === 0) onNext()
  }

  return (
    <PlainPage>
      <form className="stack" noValidate onSubmit={next}>
        <ErrorSummary errors={shown} />
        <TellFields telling={telling} label={<Trans>要办什么事</Trans>} errors={shown}>
          <ItemSuggestions draft={draft} change={change} />
        </TellFields>
        <Button type="submit" wide>
          <Trans>下一步</Trans>
        </Button>
        <KindChoice draft={draft} change={change} />
      </form>
    </PlainPage>
  )
}
