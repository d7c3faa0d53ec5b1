import { Trans, useLingui } from '@lingui/react/macro'
import { AUTOMATIC_EVENTS, isAutomatic, ROLES, TRANSITIONS } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import { Panel, Timeline, type TimelineStep } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { factWords } from '../../hand/factWords.ts'
import { Photos } from '../../hand/Photos.tsx'

type Entry = OrderView['timeline'][number]

/** What happened, the newest first, by the standard name of each step. */
export function History({ order }: { readonly order: OrderView }) {
  const { t } = useLingui()
  const say = useSay()
  const last = order.timeline.at(-1)
  const stepOf = (entry: Entry): TimelineStep => {
    const { verb } = entry
    const row = isAutomatic(verb) ? AUTOMATIC_EVENTS[verb] : TRANSITIONS.find((one) => one.verb === verb)
    const words = [...factWords(entry).map(say), ...entry.remarks]
    const role = entry.actorRole === 'system' ? t`系统` : say(ROLES[entry.actorRole])
    return {
      id: String(entry.version),
      title: row ? say(row.label) : entry.verb,
      at: entry.at,
      who: [role, entry.actorName].filter(Boolean).join(' '),
      text: (words.length > 0 || entry.photos.length > 0) && (
        <>
          {words.join('\n')}
          {entry.photos.length > 0 && <Photos ids={entry.photos} />}
        </>
      ),
      step: entry === last ? 'now' : 'done',
    }
  }
  return (
    <Panel title={<Trans>办理经过</Trans>}>
      <Timeline label={t`办理经过，最近的在前`} steps={order.timeline.map(stepOf).reverse()} />
    </Panel>
  )
}
