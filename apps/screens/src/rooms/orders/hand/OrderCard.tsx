import type { OrderRow } from '@linli/contract/orders/shapes'
import { STATES } from '@linli/contract/orders/words'
import { CardLink } from '../../../kit/hand/Card.tsx'
import { useSay } from '../../../kit/language.ts'
import { StatusMark } from '../../../kit/shared/StatusMark.tsx'
import { useNow } from '../../../kit/useNow.ts'
import { useTitle } from './useTitle.ts'
import { toneOf, whoAndWhen } from './words.ts'

/** One order in a list: what it is, its state, and who has it until when. */
export function OrderCard({ order, href }: { readonly order: OrderRow; readonly href: string }) {
  const say = useSay()
  const now = useNow()
  const titleOf = useTitle()
  const { title, state, overdue, owner, due, place } = order
  return (
    <CardLink
      href={href}
      title={titleOf(title)}
      mark={<StatusMark tone={toneOf(state, overdue)} word={say(STATES[state])} />}
    >
      {owner.kind !== 'nobody' && (
        <>
          {say(whoAndWhen(owner, due, now))}
          <br />
        </>
      )}
      {place}
    </CardLink>
  )
}
