import { Trans, useLingui } from '@lingui/react/macro'
import type { ActivityCard } from '@linli/contract/activities/shapes'
import { useState } from 'react'
import { Button, CardLink, ChoiceList, Empty, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { clockOf, dayOf, dayWords } from '../../stations/days.ts'
import { monthAfter, monthWords } from '../months.ts'
import { useActivities } from '../queries.ts'
import { activity as activityPage } from './addresses.ts'
import { SeatMark } from './SeatMark.tsx'

const EVERYTHING = 'everything'
type View = 'coming' | 'month'

/** 活动: what is to come day by day, or a whole month; opens without an account. */
export default function ActivitiesPage() {
  const { t } = useLingui()
  const say = useSay()
  const thisMonth = dayOf(new Date()).slice(0, 7)
  const [view, setView] = useState<View>('coming')
  const [month, setMonth] = useState(thisMonth)
  const [kind, setKind] = useState(EVERYTHING)
  const query = useActivities(view === 'month' ? month : undefined)
  return (
    <Page
      title={t`活动`}
      back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}
      lead={<Trans>看看社区最近有什么，不用登录。报名要登录，也可以打电话请社区代报。</Trans>}
    >
      <ChoiceList<View>
        field="view"
        label={<Trans>怎么看</Trans>}
        compact
        choices={[
          { value: 'coming', label: <Trans>接下来的</Trans> },
          { value: 'month', label: <Trans>按月看</Trans> },
        ]}
        value={view}
        onChange={setView}
      />
      {view === 'month' && (
        <section className="stack">
          <h2>{say(monthWords(month))}</h2>
          <Button look="second" wide onPress={() => setMonth(monthAfter(month, -1))}>
            <Trans>上个月</Trans>
          </Button>
          <Button look="second" wide onPress={() => setMonth(monthAfter(month, 1))}>
            <Trans>下个月</Trans>
          </Button>
        </section>
      )}
      <QueryView query={query}>
        {({ items, kinds, themes }) => {
          const shown = kind === EVERYTHING ? items : items.filter((one) => one.kind === kind)
          const there = kinds.filter(({ key }) => items.some((one) => one.kind === key))
          const number = Number((view === 'month' ? month : thisMonth).slice(5))
          const now = themes.filter(({ months }) => months.includes(number))
          return (
            <>
              {now.length > 0 && (
                <p>
                  <Trans>这个月的主题</Trans>
                  {'：'}
                  <strong>{now.map(({ name }) => say(name)).join('、')}</strong>
                </p>
              )}
              {there.length > 1 && (
                <ChoiceList
                  field="kind"
                  label={<Trans>哪一类</Trans>}
                  compact
                  choices={[
                    { value: EVERYTHING, label: <Trans>全部</Trans> },
                    ...there.map(({ key, name }) => ({ value: key, label: say(name) })),
                  ]}
                  value={kind}
                  onChange={setKind}
                />
              )}
              <Days items={shown} />
            </>
          )
        }}
      </QueryView>
      <a className="button button-second button-wide" href="/api/activities/calendar">
        <span>
          <Trans>把活动放进手机日历</Trans>
        </span>
      </a>
    </Page>
  )
}

function Days({ items }: { readonly items: readonly ActivityCard[] }) {
  const say = useSay()
  const today = dayOf(new Date())
  if (items.length === 0)
    return (
      <Empty title={<Trans>这段时间还没有活动</Trans>}>
        <p>
          <Trans>换个月份看看，或者过几天再来。</Trans>
        </p>
      </Empty>
    )
  const days = Map.groupBy(items, ({ startsAt }) => dayOf(new Date(startsAt)))
  return [...days].map(([day, those]) => (
    <section className="stack" key={day}>
      <h2>{say(dayWords(day, today))}</h2>
      <ul className="cards">
        {those.map((one) => (
          <li key={one.slug}>
            <CardLink
              href={activityPage.url({ slug: one.slug })}
              title={one.title}
              mark={<SeatMark activity={one} />}
            >
              <strong>
                {clockOf(one.startsAt)}–{clockOf(one.endsAt)}
              </strong>
              <br />
              {one.place}
            </CardLink>
          </li>
        ))}
      </ul>
    </section>
  ))
}
