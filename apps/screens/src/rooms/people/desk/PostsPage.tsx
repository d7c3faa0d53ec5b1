import { Trans, useLingui } from '@lingui/react/macro'
import type { PostRow } from '@linli/contract/people/shapes'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { AreaPick } from './AreaPick.tsx'
import { EndPostDialog } from './EndPostDialog.tsx'
import { useHolds } from './useHolds.ts'

/** Who holds which post, where, and until when. */
export default function PostsPage() {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const path = search.get('path') ?? undefined
  const pages = usePage('listPosts', { query: path ? { path } : {} }, ['people.'])
  const [ending, setEnding] = useState<PostRow>()
  const [isEnded, setEnded] = useState(false)
  const columns = useColumns(setEnding)
  return (
    <DeskPage
      title={t`岗位`}
      lead={<Trans>任职请打开这个人的页面办理。权限随岗位生效，卸任当时结束。</Trans>}
    >
      <div className="desk-row" role="search" aria-label={t`筛选岗位`}>
        <AreaPick
          field="within"
          label={<Trans>范围</Trans>}
          clearable
          path={path}
          onPick={(next) => setSearch(next ? { path: next } : {}, { replace: true })}
        />
      </div>
      <Saved>{isEnded && <Trans>已卸任，权限已经结束。</Trans>}</Saved>
      <DataTable
        caption={t`岗位`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>这个范围里没有岗位</Trans>} />}
      />
      {ending && (
        <EndPostDialog
          post={ending}
          onClose={() => setEnding(undefined)}
          onEnded={() => {
            setEnding(undefined)
            setEnded(true)
          }}
        />
      )}
    </DeskPage>
  )
}

function useColumns(end: (post: PostRow) => void): TableColumnsType<PostRow> {
  const { t } = useLingui()
  const say = useSay()
  const isAdmin = useHolds('regionAdmin')
  return [
    {
      title: t`姓名`,
      key: 'person',
      render: (_, { personId, personName }) => (
        <Link href={desk.person.url({ id: personId })}>{personName}</Link>
      ),
    },
    { title: t`岗位`, key: 'post', render: (_, { postName }) => say(postName) },
    {
      title: t`辖区或单位`,
      key: 'place',
      dataIndex: 'placeName',
    },
    { title: t`占用时间`, key: 'share', align: 'right', render: (_, { share }) => `${share}%` },
    { title: t`上任`, key: 'fromOn', dataIndex: 'fromOn' },
    { title: t`卸任`, key: 'toOn', render: (_, { toOn }) => toOn ?? t`在任` },
    ...(isAdmin
      ? [
          {
            title: t`办理`,
            key: 'end',
            render: (_: unknown, post: PostRow) => (
              <Button size="small" onClick={() => end(post)}>
                <Trans>卸任</Trans>
              </Button>
            ),
          },
        ]
      : []),
  ]
}
