import { Trans } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { Card } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useNow } from '../../../../kit/useNow.ts'
import { callWords } from '../../calls.ts'

/** The units that were called to help, and where each of them stands. */
export function Calls({ calls }: { readonly calls: OrderView['calls'] }) {
  const say = useSay()
  const now = useNow()
  if (calls.length === 0) return null
  return (
    <Card title={<Trans>一起办的单位</Trans>}>
      <ul className="stack">
        {calls.map((call) => (
          <li key={`${call.unitId} ${call.calledAt}`}>
            <strong>{call.unitName}</strong>
            <br />
            {say(callWords(call, now))}
          </li>
        ))}
      </ul>
    </Card>
  )
}
