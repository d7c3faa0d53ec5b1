import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { DataTable, DeskPage, EmptyState, StatusMark, usePage } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { carePlan } from './addresses.ts'

type Plan = Answer<'listCare'>['items'][number]

/** 关爱: the plans of one's area; why somebody is cared for stands nowhere. */
export default function CarePlansPage() {
  const { t } = useLingui()
  const plans = usePage('listCare', { query: {} }, ['care.'])
  return (
    <DeskPage
      title={t`关爱计划`}
      lead={
        <Trans>
          从住户卡上安排。本人或监护人同意才开始；没联系上时依次提醒关爱人、替班人和本社区，再没有就自动点单。
        </Trans>
      }
    >
      <DataTable<Plan>
        caption={t`关爱计划`}
        rowKey={({ id }) => id}
        pages={plans}
        empty={<EmptyState title={<Trans>本片还没有关爱计划</Trans>} />}
        columns={[
          {
            title: t`谁`,
            key: 'name',
            render: (_, { id, name, areaName, room }) => (
              <Link href={carePlan.url({ id })}>
                {name} {areaName} {room}
              </Link>
            ),
          },
          { title: t`谁来`, key: 'carer', dataIndex: 'carer' },
          { title: t`到哪天`, key: 'until', dataIndex: 'until' },
          { title: t`下一次`, key: 'next', render: (_, plan) => <Next plan={plan} /> },
        ]}
      />
    </DeskPage>
  )
}

function Next({ plan }: { readonly plan: Plan }) {
  const { t } = useLingui()
  const say = useSay()
  if (!plan.isAgreed) return <StatusMark tone="waiting" word={t`等本人或监护人答复`} />
  const missed = plan.lines.find(({ isMissed }) => isMissed)
  if (missed) return <StatusMark tone="late" word={t`${say(missed.name)}，还没有`} />
  const [next] = plan.lines
  return next ? (
    <Trans>
      {say(next.name)}，{say(momentWords(next.dueAt))} 前
    </Trans>
  ) : null
}
