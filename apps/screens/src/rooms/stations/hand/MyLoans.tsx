import { Trans } from '@lingui/react/macro'
import { Card } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useQuery } from '../../../kit/useQuery.ts'

/** 我借的东西, as long as they are out. */
export function MyLoans() {
  const say = useSay()
  const { data } = useQuery('myLoans', {}, ['stations.'])
  if (!data || data.items.length === 0) return null
  return (
    <Card title={<Trans>我借的东西</Trans>}>
      <ul className="stack">
        {data.items.map(({ id, name, station, dueAt }) => (
          <li key={id}>
            <strong>{name}</strong>{' '}
            <Trans>
              在{station}借的，{say(momentWords(dueAt))} 前还就行
            </Trans>
          </li>
        ))}
      </ul>
    </Card>
  )
}
