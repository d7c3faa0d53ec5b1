import { Trans, useLingui } from '@lingui/react/macro'
import { CLOCKS } from '@linli/contract'
import { RULE_EFFECTS } from '@linli/contract/places/ruleWords'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { desk } from '../../../../kit/routes.ts'
import { momentWords } from '../../../../kit/time.ts'

/** So many are listed at first: what is decided stands below them. */
const FIRST = 10

type Preview = Answer<'previewRule'>
type Order = Preview['orders'][number]

/** Which open orders an edit concerns, and their limits before and after. */
export function RuleEffect({ preview: { effect, total, orders } }: { readonly preview: Preview }) {
  const { t } = useLingui()
  const say = useSay()
  const [isAll, setAll] = useState(false)
  const listed = isAll ? orders : orders.slice(0, FIRST)
  const shown = listed.length
  const known = orders.length
  const moment = (at: string | null) => (at === null ? '—' : say(momentWords(at)))
  return (
    <div role="status" className="rule-effect">
      <p>
        <strong>
          <Trans>没办结的单：{total} 件。</Trans>
        </strong>{' '}
        {total > 0 && say(RULE_EFFECTS[effect])}
      </p>
      {shown > 0 && (
        <WideTable<Order>
          aria-label={t`会碰到的单`}
          dataSource={[...listed]}
          rowKey="id"
          columns={[
            {
              title: t`单号`,
              key: 'number',
              render: (_, { id, number }) => (
                <Link href={desk.order.url({ id })} className="desk-link">
                  {number}
                </Link>
              ),
            },
            ...(effect === 'moves'
              ? [
                  {
                    title: t`时限`,
                    key: 'clock',
                    render: (_: unknown, { clock }: Order) => (clock ? say(CLOCKS[clock]) : '—'),
                  },
                  {
                    title: t`原来到`,
                    key: 'before',
                    render: (_: unknown, { before }: Order) => moment(before),
                  },
                  { title: t`改成到`, key: 'after', render: (_: unknown, { after }: Order) => moment(after) },
                ]
              : []),
          ]}
        />
      )}
      {shown < total && (
        <p>
          <Trans>列出最近的 {shown} 件。</Trans>{' '}
          {shown < known && (
            <Button onClick={() => setAll(true)}>
              <Trans>列出 {known} 件</Trans>
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
