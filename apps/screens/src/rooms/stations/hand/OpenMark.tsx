import { useLingui } from '@lingui/react/macro'
import type { OpenNow } from '@linli/contract/stations/shapes'
import { StatusMark } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useNow } from '../../../kit/useNow.ts'

/** Whether somebody is there now, and until or from when, in words. */
export function OpenMark({ open }: { readonly open: OpenNow }) {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const moment = (at: string) => say(momentWords(at, now))
  if (open.state === 'closed') {
    const opens = open.next && moment(open.next)
    return <StatusMark tone="still" word={opens ? t`现在关着，${opens} 开` : t`最近不开`} />
  }
  const until = open.until && moment(open.until)
  if (open.state === 'duty')
    return <StatusMark tone="moving" word={until ? t`有人值班，到${until}` : t`一直有人值班`} />
  return <StatusMark tone="done" word={until ? t`开着，到${until}` : t`一直开着`} />
}
