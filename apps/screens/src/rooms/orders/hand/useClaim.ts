import { useState } from 'react'
import { useLocation } from 'wouter'
import { hand } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'

/**
 * 我去: the winner goes to the task. A loser stays, is told why, and `again` reads the board anew; the sentence outlives
 * the card, which is gone from the board by then.
 */
export function useClaim(again: () => Promise<void>) {
  const [, go] = useLocation()
  const claiming = useCommand('claimOrder')
  const [wanted, setWanted] = useState<string>()
  async function claim(id: string) {
    setWanted(id)
    const answer = await claiming.send({ params: { id }, body: {} })
    if (answer) go(hand.task.url({ id }))
    else await again()
  }
  return {
    claim: (id: string) => void claim(id),
    busyWith: claiming.sending ? wanted : undefined,
    failure: claiming.failure,
  }
}
