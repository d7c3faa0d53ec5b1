import type { Words } from '@linli/contract'
import type { OpenNow } from '@linli/contract/stations/shapes'
import { momentWords } from '../../../kit/time.ts'

/** Whether somebody is there now, until or from when. */
export function openWords({ state, until, next }: OpenNow): Words {
  const at = until ?? next
  const moment = at === null ? undefined : momentWords(at)
  if (state === 'closed')
    return moment
      ? { zh: `关着，${moment.zh} 开`, en: `Closed until ${moment.en}` }
      : { zh: '最近不开', en: 'Closed for now' }
  const duty = state === 'duty'
  const open = { zh: duty ? '有人值班' : '开着', en: duty ? 'Somebody on duty' : 'Open' }
  return moment ? { zh: `${open.zh}，到${moment.zh}`, en: `${open.en} until ${moment.en}` } : open
}
