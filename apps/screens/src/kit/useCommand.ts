import { useRef, useState } from 'react'
import { call, newKey } from './api.ts'
import { tellDone } from './done.ts'
import type { Answer, Input, Operation } from './endpoints.ts'
import { NetworkFailure, Problem } from './failure.ts'

export type CommandState<O extends Operation> = {
  /** Sends; resolves to the answer, or to undefined when it failed (then `failure` says why). */
  readonly send: (input: Input<O>) => Promise<Answer<O> | undefined>
  readonly sending: boolean
  readonly failure: Problem | NetworkFailure | undefined
  readonly forget: () => void
}

/**
 * One command with its state. Every try of the same input carries the same idempotency key, so a second press after a
 * lost answer never does the thing twice; a changed input is a new intent and gets a new key.
 */
export function useCommand<O extends Operation>(operation: O): CommandState<O> {
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Problem | NetworkFailure>()
  const intent = useRef<{ input: string; key: string } | undefined>(undefined)
  const busy = useRef(false)

  async function send(input: Input<O>): Promise<Answer<O> | undefined> {
    if (busy.current) return undefined
    const said = JSON.stringify(input)
    const key = intent.current?.input === said ? intent.current.key : newKey()
    intent.current = { input: said, key }
    busy.current = true
    setSending(true)
    setFailure(undefined)
    try {
      const answer = await call(operation, input, { idempotencyKey: key })
      intent.current = undefined
      tellDone(operation)
      return answer
    } catch (error) {
      if (!(error instanceof Problem || error instanceof NetworkFailure)) throw error
      if (error instanceof Problem) intent.current = undefined
      setFailure(error)
      return undefined
    } finally {
      busy.current = false
      setSending(false)
    }
  }

  return { send, sending, failure, forget: () => setFailure(undefined) }
}
