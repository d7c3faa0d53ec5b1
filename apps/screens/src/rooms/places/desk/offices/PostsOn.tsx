import { Trans, useLingui } from '@lingui/react/macro'
import type { PostRow } from '@linli/contract/people/shapes'
import { DataTable, EmptyState, usePage } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { chinaDay } from './chinaDay.ts'

type PostsOnProps = {
  readonly path: string
  readonly on: string
  /** The areas above it too. */
  readonly above?: boolean
}

/** The posts of this very area on one day; with a past post the name is masked. */
export function PostsOn({ path, on, above = false }: PostsOnProps) {
  const { t } = useLingui()
  const say = useSay()
  const day = on || chinaDay(Date.now())
  const pages = usePage('listPostHistory', { query: { path, on: day, ...(above ? { above } : {}) } }, [
    'people.',
    'places.',
  ])
  return (
    <DataTable<PostRow>
      caption={t`岗位`}
      rowKey={({ id }) => id}
      pages={pages}
      empty={<EmptyState title={<Trans>这一天这里没有人任职</Trans>} />}
      columns={[
        { title: t`岗位`, key: 'post', render: (_, { postName }) => say(postName) },
        { title: t`姓名`, key: 'person', dataIndex: 'personName' },
        { title: t`辖区`, key: 'place', dataIndex: 'placeName' },
        { title: t`占用时间`, key: 'share', align: 'right', render: (_, { share }) => `${share}%` },
        { title: t`上任`, key: 'fromOn', dataIndex: 'fromOn' },
        { title: t`卸任`, key: 'toOn', render: (_, { toOn }) => toOn ?? t`在任` },
      ]}
    />
  )
}
