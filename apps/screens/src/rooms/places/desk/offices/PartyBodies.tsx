import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState, ErrorState, Loading, useRead } from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { useDutyAt } from '../useDutyAt.ts'
import { PartyBodyDialog } from './PartyBodyDialog.tsx'

type Body = Answer<'listPartyBodies'>['items'][number]

/** The party bodies that stand here on a day; the administrator registers and ends them today. */
export function PartyBodies({ path, on }: { readonly path: string; readonly on: string }) {
  const { t } = useLingui()
  const say = useSay()
  const isAdmin = useDutyAt(path, 'regionAdmin')
  const read = useRead('listPartyBodies', { query: { path, ...(on ? { on } : {}) } }, ['places.'])
  const ending = useCommand('endPartyBody')
  const [opening, setOpening] = useState(false)
  const [done, setDone] = useState<string>()
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <Loading />
  const { items, kinds } = read.data
  const mayChange = isAdmin && on === ''

  async function end(body: Body) {
    if (!(await ending.send({ params: { id: body.id } }))) return
    setDone(body.name)
    await read.refetch()
  }

  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={<Trans>这一天这里没有登记党组织</Trans>} />
      ) : (
        <WideTable<Body>
          aria-label={t`党组织`}
          dataSource={[...items]}
          rowKey="id"
          columns={[
            { title: t`党组织`, key: 'name', dataIndex: 'name' },
            { title: t`类别`, key: 'kind', render: (_, { kindName }) => say(kindName) },
            { title: t`成立`, key: 'fromOn', dataIndex: 'fromOn' },
            { title: t`结束`, key: 'toOn', render: (_, { toOn }) => toOn ?? t`现有` },
            ...(mayChange
              ? [
                  {
                    title: t`办理`,
                    key: 'end',
                    render: (_: unknown, body: Body) => (
                      <Button size="small" loading={ending.sending} onClick={() => void end(body)}>
                        <Trans>结束</Trans>
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Saved>{done && <Trans>已结束：{done}。历史里还能看到。</Trans>}</Saved>
      {ending.failure && <ErrorState error={ending.failure} onRetry={ending.forget} />}
      {mayChange && (
        <Button onClick={() => setOpening(true)}>
          <Trans>登记党组织</Trans>
        </Button>
      )}
      {opening && (
        <PartyBodyDialog
          path={path}
          kinds={kinds}
          onClose={() => setOpening(false)}
          onOpened={() => {
            setOpening(false)
            void read.refetch()
          }}
        />
      )}
    </>
  )
}
