import { Trans, useLingui } from '@lingui/react/macro'
import { RESULTS } from '@linli/contract/orders/words'
import { DeskPage, EmptyState, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useAppliesTo } from './useAppliesTo.ts'

type Rule = Answer<'pointsRules'>['items'][number]

/** What a service earns and when, as everybody may read it. Rules come with the place's settings. */
export default function RulesPage() {
  const { t } = useLingui()
  const rules = useRead('pointsRules', {})
  return (
    <DeskPage
      title={t`积分规则`}
      lead={<Trans>积分自愿参加，只加不扣，不与任何权利挂钩。下面是现在生效的规则。</Trans>}
    >
      <ReadView read={rules}>{({ items }) => <RuleTable rules={items} />}</ReadView>
    </DeskPage>
  )
}

function RuleTable({ rules }: { readonly rules: readonly Rule[] }) {
  const { t } = useLingui()
  const say = useSay()
  const appliesTo = useAppliesTo()
  if (rules.length === 0) return <EmptyState title={<Trans>这里没有设积分规则</Trans>} />
  return (
    <WideTable<Rule>
      aria-label={t`积分规则`}
      dataSource={[...rules]}
      rowKey="key"
      columns={[
        { title: t`规则`, key: 'name', render: (_, rule) => say(rule.name) },
        { title: t`用在`, key: 'appliesTo', render: (_, rule) => appliesTo(rule.appliesTo) },
        { title: t`每次得分`, key: 'amount', dataIndex: 'amount', align: 'right' },
        {
          title: t`什么结果入账`,
          key: 'postsOn',
          render: (_, rule) => rule.postsOn.map((result) => say(RESULTS[result])).join(t`、`),
        },
        { title: t`每人每天最多`, key: 'dailyCap', dataIndex: 'dailyCap', align: 'right' },
        { title: t`同两人每周最多`, key: 'pairWeeklyCap', dataIndex: 'pairWeeklyCap', align: 'right' },
      ]}
    />
  )
}
