import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../kit/api.ts'
import { ErrorSummary, Panel, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { beginSession, wantsToken } from './signInSession.ts'

type Seat = Answer<'listSeats'>[number]

/** In the demo town only: the people who work at a desk, one tap each. Elsewhere the list does not exist. */
export function SignInSeats({ onEntered }: { readonly onEntered: (screen: string) => void }) {
  const { data } = useRead('listSeats', {})
  const say = useSay()
  const [failure, setFailure] = useState<Error>()
  const seats = data?.filter(({ screen }) => screen !== '/') ?? []
  if (seats.length === 0) return null

  async function sitDown({ seat, screen }: Seat) {
    setFailure(undefined)
    try {
      const { token } = await call('takeSeat', { params: { seat }, body: { bearer: wantsToken() } })
      beginSession(token)
      onEntered(screen)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
  }

  return (
    <Panel title={<Trans>演示：按一下，就以这个人的身份工作</Trans>}>
      <ErrorSummary failure={failure} />
      <ul className="seat-list">
        {seats.map((seat) => (
          <li key={seat.seat}>
            <Button block onClick={() => void sitDown(seat)}>
              {say(seat.name)} · {seat.person}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
