import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'

type Roster = Answer<'getRoster'>
type Post = Roster['posts'][number]

/** 定岗定职定标准: the posts with what is done there, and the code each shows today. */
export function PostTable({ roster }: { readonly roster: Roster }) {
  const { t } = useLingui()
  const say = useSay()
  const [shown, setShown] = useState<Post>()
  return (
    <Panel title={<Trans>岗位</Trans>}>
      <WideTable<Post>
        aria-label={t`岗位`}
        dataSource={[...roster.posts]}
        rowKey="id"
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t`岗位`, key: 'name', dataIndex: 'name' },
          { title: t`地点`, key: 'place', dataIndex: 'place' },
          { title: t`职责和标准`, key: 'tasks', dataIndex: 'tasks' },
          { title: t`每班人数`, key: 'needed', dataIndex: 'needed', align: 'right' },
          {
            title: t`技能`,
            key: 'skill',
            render: (_, { skillName }) => (skillName ? say(skillName) : t`不限`),
          },
          {
            title: t`签到`,
            key: 'code',
            render: (_, post) => (
              <Button onClick={() => setShown(post)}>
                <Trans>今天的签到码</Trans>
              </Button>
            ),
          },
        ]}
      />
      {shown && <CodeDialog post={shown} onClose={() => setShown(undefined)} />}
    </Panel>
  )
}

function CodeDialog({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) {
  const code = useRead('showGateCode', { params: { id: post.id } })
  return (
    <Modal open title={post.name} footer={null} onCancel={onClose}>
      <ReadView read={code}>
        {({ code: digits, day }) => (
          <>
            <p className="figure">{digits}</p>
            <p>
              <Trans>{day} 有效。放在岗位上，值班的人到岗、离岗时输入。</Trans>
            </p>
          </>
        )}
      </ReadView>
    </Modal>
  )
}
