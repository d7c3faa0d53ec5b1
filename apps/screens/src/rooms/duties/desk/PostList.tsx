import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { InputField } from '../../../kit/desk/fields.tsx'
import { EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { FewAtOnce } from './FewAtOnce.tsx'
import { byName, isFound } from './gates.ts'

type Roster = Answer<'getRoster'>
type Post = Roster['posts'][number]

/** 定岗定职定标准: the posts with what is done there, and the code each shows today. */
export function PostList({ roster }: { readonly roster: Roster }) {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Post>()
  const found = roster.posts.filter((post) => isFound(post, typed)).sort(byName)
  return (
    <Panel title={<Trans>岗位</Trans>}>
      {roster.posts.length > 1 && (
        <InputField
          field="post"
          type="search"
          label={<Trans>找岗位</Trans>}
          hint={<Trans>岗位或地点的几个字</Trans>}
          value={typed}
          onChange={setTyped}
        />
      )}
      {found.length === 0 && <EmptyState title={<Trans>没有这样的岗位</Trans>} />}
      <FewAtOnce items={found}>
        {(post) => <PostCard key={post.id} post={post} onShow={() => setShown(post)} />}
      </FewAtOnce>
      {shown && <CodeDialog post={shown} onClose={() => setShown(undefined)} />}
    </Panel>
  )
}

function PostCard({ post, onShow }: { readonly post: Post; readonly onShow: () => void }) {
  const { t } = useLingui()
  const say = useSay()
  const { name, place, tasks, needed, skillName } = post
  return (
    <li>
      <p>
        <strong>{name}</strong>
      </p>
      {place !== name && <p>{place}</p>}
      <p>{tasks}</p>
      <p>
        <Trans>每班 {needed} 人</Trans>
        {skillName && (
          <>
            {' · '}
            <Trans>要会{say(skillName)}</Trans>
          </>
        )}
      </p>
      <Button onClick={onShow} aria-label={t`${name}今天的签到码`}>
        <Trans>今天的签到码</Trans>
      </Button>
    </li>
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
