import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { fieldId } from '../../../kit/fieldIds.ts'
import { FieldError, FieldHint, type FieldProps } from '../../../kit/hand/Field.tsx'
import { Button, Empty, QueryView, TextField } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useHere } from '../../stations/hand/useHere.ts'
import { useAddresses, useAreas } from '../queries.ts'
import { AreaName } from './AreaName.tsx'
import { FindHere } from './FindHere.tsx'
import type { PickedPlace } from './pickedPlace.ts'

export type AreaChoiceProps = FieldProps & {
  readonly value: PickedPlace | null
  readonly onChange: (place: PickedPlace) => void
}

/** Which area: found by a few words, or level by level down the tree. */
export function AreaChoice({ field, label, hint, error, value, onChange }: AreaChoiceProps) {
  const [changing, setChanging] = useState(false)
  const standing = useHere()
  const pick = (place: PickedPlace) => {
    onChange(place)
    setChanging(false)
  }
  return (
    <fieldset className={`field${error ? ' field-wrong' : ''}`} id={fieldId(field)}>
      <legend className="field-label">{label}</legend>
      <FieldHint field={field} hint={hint} />
      <FieldError field={field} error={error} />
      {value && !changing ? (
        <div className="card">
          <p>
            <strong>
              <AreaName place={value} />
            </strong>
          </p>
          <Button look="second" onPress={() => setChanging(true)}>
            <Trans>换一个地方</Trans>
          </Button>
        </div>
      ) : (
        <div className="stack">
          <FindHere {...standing} onPick={pick} />
          <FindArea here={standing.here} onPick={pick} />
          <AreaTree onPick={pick} />
        </div>
      )}
    </fieldset>
  )
}

type PickProps = { readonly onPick: (place: PickedPlace) => void }

/** By a few words; whoever said where they stand gets the nearest first. */
function FindArea({ here, onPick }: PickProps & Pick<ReturnType<typeof useHere>, 'here'>) {
  const { t } = useLingui()
  const [written, setWritten] = useState('')
  const [asked, setAsked] = useState('')
  const query = useAddresses(asked, here.state === 'known' ? here.position : undefined)
  return (
    <div className="stack">
      <TextField
        field="area-words"
        label={<Trans>写小区、楼栋的名字来找</Trans>}
        hint={t`例如：阳光小区 3栋`}
        kind="search"
        maxLength={60}
        optional
        value={written}
        onChange={setWritten}
      />
      <Button look="second" onPress={() => setAsked(written.trim())}>
        <Trans>找一找</Trans>
      </Button>
      {asked !== '' && (
        <QueryView query={query} rows={1}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={<Trans>没有找到“{asked}”，换个说法，或者在下面一级一级选</Trans>} />
            ) : (
              <ul className="cards">
                {items.map(({ path, text }) => (
                  <li key={`${path} ${text}`}>
                    <Button look="second" wide onPress={() => onPick({ path, name: text })}>
                      {text}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      )}
    </div>
  )
}

type Step = { readonly path: string; readonly name: string; readonly fullName: string }

/** One level at a time; any level may be the answer, because not every matter has a door number. */
function AreaTree({ onPick }: PickProps) {
  const say = useSay()
  const [way, setWay] = useState<readonly Step[]>([])
  const here = way.at(-1)
  const hereName = here?.name
  const query = useAreas(here?.path)
  const enter = (step: Step, children: number) => {
    if (children === 0) onPick({ path: step.path, name: step.fullName })
    else setWay([...way, step])
  }
  return (
    <div className="stack">
      {here && (
        <>
          <div className="row">
            <Button look="quiet" icon="back" onPress={() => setWay(way.slice(0, -1))}>
              <Trans>上一级</Trans>
            </Button>
            <strong>{here.fullName}</strong>
          </div>
          <Button wide icon="check" onPress={() => onPick({ path: here.path, name: here.fullName })}>
            <Trans>就是{hereName}</Trans>
          </Button>
        </>
      )}
      <QueryView query={query} rows={3}>
        {({ items }) => (
          <>
            <p>
              {here ? <Trans>或者再往下选：</Trans> : <Trans>一级一级选：</Trans>}
              {items[0] ? say(items[0].levelName) : ''}
            </p>
            <ul className="m-0 grid list-none grid-cols-[repeat(auto-fit,minmax(min(100%,8rem),1fr))] gap-3 p-0">
              {items.map(({ path, name, fullName, children, compound }) => (
                <li key={path}>
                  <Button look="second" wide onPress={() => enter({ path, name, fullName }, children)}>
                    {name}
                    {compound && compound !== name ? ` ${compound}` : ''}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </div>
  )
}
