import { Trans } from '@lingui/react/macro'
import { Card } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { spanWords } from '../days.ts'

/** 今天谁值班: posts and hours; a person only where they agreed to be named. Nothing where there is no roster. */
export function DutyToday({ slug }: { readonly slug: string }) {
  const say = useSay()
  const { data } = useQuery('stationDuty', { params: { slug } })
  if (!data || data.items.length === 0) return null
  return (
    <Card title={<Trans>今天值班</Trans>}>
      <ul className="stack">
        {data.items.map(({ post, startsAt, endsAt, isNow, name }) => (
          <li key={`${startsAt} ${post} ${name ?? ''}`}>
            {say(spanWords(startsAt, endsAt))} {post} {name ?? <Trans>有人值班</Trans>}{' '}
            {isNow && (
              <strong>
                <Trans>现在在岗</Trans>
              </strong>
            )}
          </li>
        ))}
      </ul>
      <a className="button button-second button-wide" href={`/api/stations/at/${slug}/duty/calendar`}>
        <span>
          <Trans>把值班放进手机日历</Trans>
        </span>
      </a>
    </Card>
  )
}
