import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, ErrorSummary, toast } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'

/** The visits at which this person is named as the second: one press confirms them all, each can be denied. */
export function CompanionVisits() {
  const { t } = useLingui()
  const query = useQuery('listMyCompanionVisits', {}, ['visits.'])
  const { send, sending, failure } = useCommand('answerCompanionVisits')
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  async function answer(visits: readonly string[], wasThere: boolean) {
    if (await send({ body: { visits: [...visits], wasThere } })) {
      toast(wasThere ? t`已确认` : t`已记下，您没有同去`)
    }
  }
  return (
    <Card title={<Trans>有 {items.length} 次走访请您确认</Trans>}>
      <ErrorSummary failure={failure} />
      <ul className="plain">
        {items.map(({ visit, door, namedBy, at }) => (
          <li key={visit}>
            <strong>{door}</strong>
            <p>
              <Trans>
                {namedBy} 说您同去，
                {new Date(at).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })}
              </Trans>
            </p>
            <Button look="quiet" onPress={() => void answer([visit], false)}>
              <Trans>我没有去这一户</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <Button
        wide
        busy={sending}
        busyWord={t`正在确认…`}
        onPress={() =>
          void answer(
            items.map(({ visit }) => visit),
            true,
          )
        }
      >
        <Trans>这些我都同去了</Trans>
      </Button>
    </Card>
  )
}
