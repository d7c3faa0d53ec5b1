import { t } from '@lingui/core/macro'
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
/** More at once would hide the work; the inbox has them all. */
const MOST_AT_ONCE = 2

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
        const titles = items.slice(0, MOST_AT_ONCE).map(({ words }) => say(words))
        const others = items.length - titles.length
        if (others > 0) titles.push(t`还有 ${others} 条，在“通知”里看`)
        for (const title of titles)
          notification.info({ title, duration: SECONDS_SHOWN, placement: 'bottomRight', role: 'status' })
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
