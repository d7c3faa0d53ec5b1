import { Trans, useLingui } from '@lingui/react/macro'
import { ADDRESS_REASONS } from '@linli/contract/places/addressWords'
import type { ReadWords } from '@linli/contract/suggestions/shapes'
import { PERSON_SIGNS } from '@linli/contract/suggestions/words'
import { Button } from 'antd'
import { Panel, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useRested } from '../../../kit/useRested.ts'
import { SimilarList } from './SimilarList.tsx'
import './suggestions.css'

const LEAST_LETTERS = 4

export type WordsPanelProps = {
  readonly text: string
  readonly path: string | undefined
  readonly onPlace: (place: { readonly path: string; readonly room: string | null }) => void
}

/** What the caller's words say: where, when, who, and whether it was reported already. To be taken over by a press, or left. */
export function WordsPanel({ text, path, onPlace }: WordsPanelProps) {
  const said = useRested(text.trim())
  const { data } = useRead(
    'readWords',
    said.length < LEAST_LETTERS ? undefined : { body: { text: said, ...(path ? { path } : {}) } },
  )
  if (!data || !holdsAnything(data)) return null
  return (
    <Panel title={<Trans>从原话里读到的</Trans>}>
      <div role="status">
        <Places places={data.places} chosen={path} onPlace={onPlace} />
        <Times times={data.times} />
        <People people={data.people} />
        {data.similar.items.length > 0 && (
          <div className="suggested-part">
            <h3>
              <Trans>可能有人报过</Trans>
            </h3>
            <SimilarList similar={data.similar} />
          </div>
        )}
      </div>
    </Panel>
  )
}

const holdsAnything = ({ places, times, people, similar }: ReadWords): boolean =>
  places.length + times.length + people.length + similar.items.length > 0

function Places({
  places,
  chosen,
  onPlace,
}: Pick<ReadWords, 'places'> & { readonly chosen: string | undefined } & Pick<WordsPanelProps, 'onPlace'>) {
  const { t } = useLingui()
  const say = useSay()
  if (places.length === 0) return null
  return (
    <div className="suggested-part">
      <h3>
        <Trans>地点</Trans>
      </h3>
      <ul className="suggested">
        {places.map((place) => (
          <li key={`${place.path}${place.room}`}>
            <Button aria-pressed={chosen === place.path} onClick={() => onPlace(place)}>
              {place.text} {place.room}
            </Button>
            <p className="suggested-why">
              <Trans>写的是“{place.said}”</Trans>
              {place.why.length > 0 &&
                `${t`；`}${place.why.map((why) => say(ADDRESS_REASONS[why])).join(t`、`)}`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** 2026-11-22T23:00 as people write it. */
const spoken = (at: string) => at.replace('T', ' ')

function Times({ times }: Pick<ReadWords, 'times'>) {
  if (times.length === 0) return null
  return (
    <div className="suggested-part">
      <h3>
        <Trans>时间</Trans>
      </h3>
      <ul>
        {times.map(({ said, from, to }) => (
          <li key={said}>
            {said}：{spoken(from)}
            {to && ` – ${spoken(to)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

function People({ people }: Pick<ReadWords, 'people'>) {
  const say = useSay()
  if (people.length === 0) return null
  return (
    <div className="suggested-part">
      <h3>
        <Trans>可能提到的人（只是提醒）</Trans>
      </h3>
      <ul>
        {people.map(({ said, why }) => (
          <li key={said}>
            {said}：{say(PERSON_SIGNS[why])}
          </li>
        ))}
      </ul>
    </div>
  )
}
