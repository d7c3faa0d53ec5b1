import { Trans, useLingui } from '@lingui/react/macro'
import { isPoint } from '@linli/contract/visits/form'
import type { AnswerValue, PointAnswer, Question } from '@linli/contract/visits/shapes'
import { useState } from 'react'
import { describe } from '../../../kit/fieldIds.ts'
import { Field, OptionalWord } from '../../../kit/hand/Field.tsx'
import { Button } from '../../../kit/hand/index.ts'
import type { KeptArea } from '../../../kit/offline/kept.ts'
import { useAreaAt } from '../../places/queries.ts'
import { type NamedPlace, nearTo, placesOf } from '../places.ts'
import { PlaceSheet } from './PlaceSheet.tsx'

type PlaceFieldProps = {
  readonly area: KeptArea
  readonly question: Question
  readonly value: AnswerValue | undefined
  readonly error: string | undefined
  readonly onChange: (value: AnswerValue | undefined) => void
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/**
 * A place: where the phone is, a building of the list, or a press on the small map; all three without a network. It is taken
 * by a press and never by itself; it is one place of one question, not where somebody goes.
 */
export function PlaceField({ area, question, value, error, onChange }: PlaceFieldProps) {
  const { t } = useLingui()
  const [state, setState] = useState<'still' | 'asking' | 'refused'>('still')
  const point = isPoint(value) ? value : undefined
  const places = placesOf(area)
  const names = [...new Set(area.doors.map(({ areaName }) => areaName))]
  function take({ longitude, latitude }: Pick<NamedPlace, 'longitude' | 'latitude'>, accuracy: number) {
    const near = nearTo({ longitude, latitude }, places)
    setState('still')
    onChange({
      longitude: rounded(longitude),
      latitude: rounded(latitude),
      accuracy: Math.min(100_000, Math.round(accuracy)),
      ...(near ? { name: t`${near.name}附近` } : {}),
    })
  }
  function ask() {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => take(coords, coords.accuracy),
      () => setState('refused'),
      { timeout: 15_000, enableHighAccuracy: true },
    )
  }
  function choose(name: string) {
    const place = places.find((one) => one.name === name)
    setState('still')
    if (name === '') onChange(undefined)
    else
      onChange({
        name,
        ...(place
          ? { longitude: rounded(place.longitude), latitude: rounded(place.latitude), accuracy: 0 }
          : {}),
      })
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
          <Trans>没有取到位置。请到开阔处再试，并允许浏览器使用位置；也可以在下面选一栋楼。</Trans>
        </p>
      )}
      <p role="status">{point ? <Taken point={point} /> : <Trans>还没有选地点。</Trans>}</p>
      {point && <GridOf key={`${point.longitude} ${point.latitude}`} point={point} />}
      <div className="row">
        <Button look="second" busy={state === 'asking'} busyWord={t`正在取位置…`} onPress={ask}>
          {point ? <Trans>改成现在的位置</Trans> : <Trans>记下现在的位置</Trans>}
        </Button>
        {point && (
          <Button look="quiet" onPress={() => onChange(undefined)}>
            <Trans>不记位置</Trans>
          </Button>
        )}
      </div>
      {names.length > 0 && (
        <Field field={question.key} label={<Trans>或者选一栋楼</Trans>}>
          <select
            {...describe(question.key, undefined, undefined)}
            className="input"
            value={names.includes(point?.name ?? '') ? point?.name : ''}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="">{t`请选择`}</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      {places.length > 0 && (
        <details className="fold">
          <summary>
            <Trans>在小地图上点</Trans>
          </summary>
          <PlaceSheet places={places} point={point} onPress={take} />
        </details>
      )}
    </fieldset>
  )
}

/** What was chosen, in words. */
function Taken({ point: { name, accuracy } }: { readonly point: PointAnswer }) {
  if (name !== undefined && !accuracy) return <Trans>已选：{name}</Trans>
  if (name !== undefined)
    return (
      <Trans>
        已选：{name}，误差约 {accuracy} 米
      </Trans>
    )
  return <Trans>已记下位置，误差约 {accuracy ?? 0} 米</Trans>
}

/** Which grid the point lies in, so that a wrong one is seen at once; without a line it is not known, and nothing waits for it. */
function GridOf({ point: { longitude, latitude } }: { readonly point: PointAnswer }) {
  const at =
    longitude === undefined || latitude === undefined
      ? undefined
      : { longitude: longitude * 1e7, latitude: latitude * 1e7 }
  const { data, error } = useAreaAt(at)
  const name = data?.area?.fullName
  if (error)
    return (
      <p className="field-hint">
        <Trans>现在没有网络，查不出是哪个网格；位置已经记下。</Trans>
      </p>
    )
  if (!data) return null
  return <p role="status">{name ? <Trans>在{name}</Trans> : <Trans>这个位置还没有画进哪个网格。</Trans>}</p>
}
