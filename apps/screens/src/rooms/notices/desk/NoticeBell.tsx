import { Trans } from '@lingui/react/macro'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { call } from '../../../kit/api.ts'
import { Icon } from '../../../kit/desk/index.ts'
import { NetworkFailure } from '../../../kit/failure.ts'
import { say } from '../../../kit/language.ts'
import { onLive } from '../../../kit/live.ts'
import { useFace } from '../../people/desk/signInSession.ts'
import { inbox } from './addresses.ts'
import { useUnread } from './useUnread.ts'

const SECONDS_SHOWN = 10

/** The way to the inbox with the number of unread notices; new ones also pop up once, on one of the open pages. */
export function NoticeBell() {
  const { data: face } = useFace()
  return face ? <Bell /> : null
}

function Bell() {
  const { unread } = useUnread()
  useToasts()
  return (
    <Link href={inbox.url()} className="notice-bell">
      <Icon name="bell" />
      {unread > 0 ? <Trans>通知（{unread} 条没看过）</Trans> : <Trans>通知</Trans>}
    </Link>
  )
}

/** Takes what was not shown yet, at the start and whenever something comes; the server gives each notice out once. */
function useToasts() {
  const { notification } = App.useApp()
  const taking = useRef(false)
  useEffect(() => {
    async function take() {
      if (taking.current || document.visibilityState !== 'visible') return
      taking.current = true
      try {
        const { items } = await call('takeUnshown', {})
        for (const { id, words } of items) {
          notification.info({ key: id, title: say(words), duration: SECONDS_SHOWN, role: 'status' })
        }
      } catch (error) {
        // Nothing is lost: a notice that was not taken stays in the inbox, and the next event asks again.
        if (!(error instanceof NetworkFailure)) console.warn('notices could not be taken', error)
      } finally {
        taking.current = false
      }
    }
    void take()
    const wake = () => void take()
    document.addEventListener('visibilitychange', wake)
    const stop = onLive(({ event }) => {
      if (event.startsWith('notices.')) wake()
    })
    return () => {
      stop()
      document.removeEventListener('visibilitychange', wake)
    }
  }, [notification])
}
