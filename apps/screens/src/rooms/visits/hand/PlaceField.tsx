import { Trans, useLingui } from '@lingui/react/macro'
import { isPoint } from '@linli/contract/visits/form'
import type { AnswerValue, Question } from '@linli/contract/visits/shapes'
import { useState } from 'react'
import { OptionalWord } from '../../../kit/hand/Field.tsx'
import { Button } from '../../../kit/hand/index.ts'

type PlaceFieldProps = {
  readonly question: Question
  readonly value: AnswerValue | undefined
  readonly error: string | undefined
  readonly onChange: (value: AnswerValue | undefined) => void
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** A point, taken by a press and never by itself; it is one place of one question, not where somebody goes. */
export function PlaceField({ question, value, error, onChange }: PlaceFieldProps) {
  const { t } = useLingui()
  const [state, setState] = useState<'still' | 'asking' | 'refused'>('still')
  const point = isPoint(value) ? value : undefined
  function ask() {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('still')
        onChange({
          longitude: rounded(coords.longitude),
          latitude: rounded(coords.latitude),
          accuracy: Math.min(100_000, Math.round(coords.accuracy)),
        })
      },
      () => setState('refused'),
      { timeout: 15_000, enableHighAccuracy: true },
    )
  }
  return (
    <fieldset className="field">
      <legend className="field-label">
        {question.label}
        <OptionalWord optional={!question.required} />
      </legend>
      {question.hint && <p className="field-hint">{question.hint}</p>}
      {error && <p className="field-error">{error}</p>}
      {state === 'refused' && (
        <p className="field-error">
          <Trans>没有取到位置。请到开阔处再试，并允许浏览器使用位置；也可以不填，在别的题里写明地点。</Trans>
        </p>
      )}
      {point && (
        <p>
          <Trans>已记下位置，误差约 {point.accuracy} 米</Trans>
        </p>
      )}
      <div className="row">
        <Button look="second" busy={state === 'asking'} busyWord={t`正在取位置…`} onPress={ask}>
          {point ? <Trans>重新取</Trans> : <Trans>记下现在的位置</Trans>}
        </Button>
        {point && (
          <Button look="quiet" onPress={() => onChange(undefined)}>
            <Trans>不记位置</Trans>
          </Button>
        )}
      </div>
    </fieldset>
  )
}
