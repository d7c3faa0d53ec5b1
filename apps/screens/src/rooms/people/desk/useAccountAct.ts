import type { Administrator } from '@linli/contract'
import type { Answer } from '../../../kit/endpoints.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import type { Act, StaffAccount } from './accountActs.ts'

/** `subject` is how the provider of single sign-on knows the person. */
export type Asked = { readonly reason: string; readonly role: Administrator; readonly subject: string }
export type Done = { readonly handedOut?: Answer<'resetStaffAccount'> }

/** Sends one act about an account. `run` resolves to undefined when it failed; then `failure` says why. */
export function useAccountAct() {
  const reset = useCommand('resetStaffAccount')
  const unlock = useCommand('unlockStaffAccount')
  const endSessions = useCommand('endStaffSessions')
  const disable = useCommand('disableStaffAccount')
  const enable = useCommand('enableStaffAccount')
  const appoint = useCommand('appointAdministrator')
  const dismiss = useCommand('dismissAdministrator')
  const bind = useCommand('bindSingleSignOn')
  const all = [reset, unlock, endSessions, disable, enable, appoint, dismiss, bind]

  async function run(
    act: Act,
    account: StaffAccount,
    { reason, role, subject }: Asked,
  ): Promise<Done | undefined> {
    const params = { id: account.id }
    const handOut = async (factor: boolean): Promise<Done | undefined> => {
      const handedOut = await reset.send({ params, body: { factor, reason } })
      return handedOut && { handedOut }
    }
    const done = async (answer: Promise<object | null | undefined>): Promise<Done | undefined> =>
      (await answer) === undefined ? undefined : {}
    switch (act) {
      case 'reset':
        return handOut(false)
      case 'resetAll':
        return handOut(true)
      case 'unlock':
        return done(unlock.send({ params, body: {} }))
      case 'endSessions':
        return done(endSessions.send({ params, body: { reason } }))
      case 'disable':
        return done(disable.send({ params, body: { reason } }))
      case 'enable':
        return done(enable.send({ params, body: { reason } }))
      case 'appoint':
        return done(appoint.send({ params, body: { role } }))
      case 'dismiss':
        return done(dismiss.send({ params, body: { role: account.administrator ?? role, reason } }))
      case 'bind':
        return done(bind.send({ params, body: { subject } }))
      case 'unbind':
        return done(bind.send({ params, body: { subject: null } }))
    }
  }
  return {
    run,
    sending: all.some(({ sending }) => sending),
    failure: all.find(({ failure }) => failure)?.failure,
    forget: () => {
      for (const { forget } of all) forget()
    },
  }
}
