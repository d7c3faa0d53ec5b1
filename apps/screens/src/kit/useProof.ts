import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call } from './api.ts'
import type { Answer, Input } from './endpoints.ts'
import { type FieldError, Problem } from './failure.ts'
import { passkeys, takesPasskeys } from './passkeySupport.ts'
import { changeSeatToken, currentSeat } from './seat.ts'

type Ways = Answer<'getProofWays'>
export type Way = Ways['ways'][number]
type Shown = Omit<Input<'prove'>['body'], 'bearer'>

export type ProofState = {
  /** What the person may choose of; undefined until the server has said. */
  readonly ways: readonly Way[] | undefined
  readonly phone: string | null
  /** The code that was sent; its digits in the demo, where no message leaves. */
  readonly sent: { readonly demoCode: string | undefined } | undefined
  readonly busy: boolean
  readonly failure: Error | undefined
  readonly sendCode: () => Promise<void>
  readonly show: (shown: Shown) => Promise<void>
  readonly showPasskey: () => Promise<void>
}

const failureOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

/** Showing once more that it is oneself: the same for both screens, which only look different. */
export function useProof(onProved: () => void): ProofState {
  const [ways, setWays] = useState<Ways>()
  const [sent, setSent] = useState<ProofState['sent']>()
  const [failure, setFailure] = useState<Error>()
  const [working, setWorking] = useState(false)
  const busy = useRef(false)

  async function doing(work: () => Promise<void>): Promise<void> {
    if (busy.current) return
    busy.current = true
    setWorking(true)
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      busy.current = false
      setWorking(false)
    }
  }

  async function prove(shown: Shown): Promise<void> {
    const body = currentSeat() ? { ...shown, bearer: true } : shown
    const { token } = await call('prove', { body })
    if (token !== undefined) changeSeatToken(token)
    onProved()
  }

  useEffect(() => {
    call('getProofWays', {}).then(setWays, (error: unknown) => setFailure(failureOf(error)))
  }, [])

  return {
    ways: ways?.ways.filter((way) => way !== 'passkey' || takesPasskeys()),
    phone: ways?.phone ?? null,
    sent,
    busy: working,
    failure,
    sendCode: () =>
      doing(async () => {
        try {
          const { demoCode } = await call('sendProofCode', {})
          setSent({ demoCode })
        } catch (error) {
          // A code is on its way from a moment ago: there must be somewhere to fill it in.
          if (error instanceof Problem && error.code === 'auth.codeTooSoon')
            setSent({ demoCode: sent?.demoCode })
          throw error
        }
      }),
    show: (shown) => doing(() => prove(shown)),
    showPasskey: () =>
      doing(async () => {
        const [{ options }, { showPasskey }] = await Promise.all([call('askProofPasskey', {}), passkeys()])
        await prove({ passkey: await showPasskey(options) })
      }),
  }
}

/** The form of a code: six digits, however they are pasted. @param complaint what is said of anything else */
export function useProofDigits({ show }: ProofState, way: 'code' | 'totp', complaint: string) {
  const [digits, setDigits] = useState('')
  const [found, setFound] = useState<readonly FieldError[]>([])

  function submit(event: FormEvent) {
    event.preventDefault()
    const code = digits.replace(/\D/g, '')
    const errors = code.length === 6 ? [] : [{ field: way, message: complaint }]
    setFound(errors)
    if (errors.length === 0) void show(way === 'code' ? { code } : { totp: code })
  }
  return { digits, setDigits, found, submit }
}
