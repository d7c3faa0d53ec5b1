import { Trans, useLingui } from '@lingui/react/macro'
import { ALIAS_KINDS } from '@linli/contract/places/addressWords'
import { Button } from 'antd'
import { useState } from 'react'
import { ErrorState, ErrorSummary, Loading, Panel, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AliasDialog } from './AliasDialog.tsx'
import { useDutyAt } from './useDutyAt.ts'

type Alias = Answer<'listAreaAliases'>['items'][number]

/** What else a place is called: whoever writes or says one of these names is understood. Ended names stay as its history. */
export function Aliases({ area }: { readonly area: Answer<'getArea'> }) {
  const { t } = useLingui()
  const say = useSay()
  const isAdmin = useDutyAt(area.path, 'regionAdmin')
  const read = useRead('listAreaAliases', { params: { id: area.id } })
  const ending = useCommand('endAreaAlias')
  const [isAdding, setAdding] = useState(false)
  const [done, setDone] = useState<string>()

  async function end({ id, alias }: Alias) {
    const answer = await ending.send({ params: { id }, body: {} })
    if (!answer) return
    setDone(t`已停用别名“${alias}”`)
    await read.refetch()
  }

  return (
    <Panel title={<Trans>别名</Trans>}>
      <p>
        <Trans>旧名称、俗称、路名门牌。别人这样写地址，也能找到这里。</Trans>
      </p>
      <ErrorSummary errors={[]} failure={ending.failure} />
      {read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {!read.data && !read.error && <Loading />}
      {read.data && read.data.items.length > 0 && (
        <WideTable<Alias>
          aria-label={t`别名`}
          dataSource={[...read.data.items]}
          rowKey="id"
          columns={[
            { title: t`别名`, key: 'alias', dataIndex: 'alias' },
            { title: t`类别`, key: 'kind', render: (_, { kind }) => say(ALIAS_KINDS[kind]) },
            { title: t`指哪里`, key: 'of', render: (_, { compound }) => compound ?? area.name },
            {
              title: t`起止`,
              key: 'time',
              render: (_, { fromAt, toAt }) => `${fromAt.slice(0, 10)} — ${toAt?.slice(0, 10) ?? ''}`,
            },
            {
              title: t`操作`,
              key: 'end',
              render: (_, alias) =>
                isAdmin && alias.toAt === null ? (
                  <Button
                    loading={ending.sending}
                    aria-label={t`停用“${alias.alias}”`}
                    onClick={() => void end(alias)}
                  >
                    <Trans>停用</Trans>
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {isAdmin && (
        <Button onClick={() => setAdding(true)}>
          <Trans>加一个别名</Trans>
        </Button>
      )}
      <Saved>{done}</Saved>
      {isAdding && (
        <AliasDialog
          area={area}
          onClose={() => setAdding(false)}
          onSaved={(alias) => {
            setAdding(false)
            setDone(t`已加别名“${alias}”`)
            void read.refetch()
          }}
        />
      )}
    </Panel>
  )
}
