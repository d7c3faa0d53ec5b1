import { Trans } from '@lingui/react/macro'
import type { StationView } from '@linli/contract/stations/shapes'
import { useLocation } from 'wouter'
import type { Answer } from '../../../kit/endpoints.ts'
import { Button, Card } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { keep, recall } from '../../../kit/storage.ts'
import { SCANNED } from '../../places/hand/scanned.ts'
import { usePlaceView } from '../../places/queries.ts'
import { beginAt } from './beginAt.ts'

type Item = Answer<'getPlace'>['items'][number]

/** 帮办代办, 就近: what the place's catalogue lets one ask for at a station. Nothing where it names nothing. */
export function Errands({ station }: { readonly station: StationView }) {
  const say = useSay()
  const [, go] = useLocation()
  const { data } = usePlaceView()
  const items = data?.items.filter(({ atStation }) => atStation) ?? []
  if (items.length === 0) return null
  /** The order being written keeps what was written before. */
  function begin(item: Item) {
    keep('draft.placeOrder', beginAt(recall('draft.placeOrder'), { ...item, words: say(item.name) }, station))
    keep(SCANNED, { path: station.path, name: station.area || station.name })
    go(hand.placeOrder.url())
  }
  return (
    <Card title={<Trans>请驿站帮您办</Trans>}>
      {items.map((item) => (
        <Button key={item.key} look="second" wide onPress={() => begin(item)}>
          {say(item.name)}
        </Button>
      ))}
    </Card>
  )
}
