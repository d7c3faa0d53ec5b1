import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { Button, ErrorSummary } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { beginSession, wantsToken } from './session.ts'

type Seat = Answer<'listSeats'>[number]

/** In the demo town only: the people of the phone screens, one tap each. Elsewhere the list does not exist. */
export function DemoPeople({ onEntered }: { readonly onEntered: () => void }) {
  const { data } = useQuery('listSeats', {})
  const say = useSay()
  const [failure, setFailure] = useState<Error>()
  const seats = data?.filter(({ screen }) => screen === '/') ?? []
  if (seats.length === 0) return null

  async function sitDown(seat: Seat) {
    try {
      const { token, expiresAt } = await call('takeSeat', {
        params: { seat: seat.seat },
        body: { bearer: wantsToken() },
      })
      beginSession(token === null ? { expiresAt } : { expiresAt, token })
      onEntered()
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
  }

  return (
    <section className="stack">
      <h2>
        <Trans>演示：按一下，就以这个人的身份看看</Trans>
      </h2>
      <ErrorSummary failure={failure} />
      <ul className="cards">
        {seats.map((seat) => (
          <li key={seat.seat}>
            <Button look="second" wide onPress={() => void sitDown(seat)}>
              {say(seat.name)} · {seat.person}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
