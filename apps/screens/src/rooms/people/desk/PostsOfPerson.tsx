import { Trans, useLingui } from '@lingui/react/macro'
import type { PostRow } from '@linli/contract/people/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState, Panel } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { AssignPostDialog } from './AssignPostDialog.tsx'
import { EndPostDialog } from './EndPostDialog.tsx'
import type { PersonPart } from './person.ts'
import { useHolds } from './useHolds.ts'

/** The posts of one person, from and to; rights begin and end with them. */
export function PostsOfPerson({ person }: PersonPart) {
  const { t } = useLingui()
  const say = useSay()
  const isAdmin = useHolds('regionAdmin') && !person.isMe
  const [assigning, setAssigning] = useState(false)
  const [ending, setEnding] = useState<PostRow>()
  const [isSaved, setSaved] = useState(false)

  function finish() {
    setAssigning(false)
    setEnding(undefined)
    setSaved(true)
  }

  return (
    <Panel title={<Trans>岗位</Trans>}>
      <Saved>{isSaved && <Trans>已保存，权限随岗位生效或结束。</Trans>}</Saved>
      {person.posts.length === 0 ? (
        <EmptyState title={<Trans>没有岗位</Trans>} />
      ) : (
        <WideTable<PostRow>
          aria-label={t`岗位`}
          dataSource={person.posts}
          rowKey="id"
          columns={[
            { title: t`岗位`, key: 'post', render: (_, { postName }) => say(postName) },
            {
              title: t`辖区或单位`,
              key: 'place',
              dataIndex: 'placeName',
            },
            { title: t`占用时间`, key: 'share', align: 'right', render: (_, { share }) => `${share}%` },
            { title: t`上任`, key: 'fromOn', dataIndex: 'fromOn' },
            { title: t`卸任`, key: 'toOn', render: (_, { toOn }) => toOn ?? t`在任` },
            {
              title: t`办理`,
              key: 'end',
              render: (_, post) =>
                isAdmin && (
                  <Button size="small" onClick={() => setEnding(post)}>
                    <Trans>卸任</Trans>
                  </Button>
                ),
            },
          ]}
        />
      )}
      {isAdmin && (
        <Button onClick={() => setAssigning(true)}>
          <Trans>任职</Trans>
        </Button>
      )}
      {assigning && (
        <AssignPostDialog person={person} onClose={() => setAssigning(false)} onAssigned={finish} />
      )}
      {ending && <EndPostDialog post={ending} onClose={() => setEnding(undefined)} onEnded={finish} />}
    </Panel>
  )
}
