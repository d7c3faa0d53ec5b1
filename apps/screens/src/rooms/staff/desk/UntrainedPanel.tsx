import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'

type Row = Answer<'listUntrained'>['items'][number]

/** Posts of an area by how many of their holders were at a course, and whom to invite next; where no course is, nobody is behind. */
export function UntrainedPanel() {
  const [path, setPath] = useState<string>()
  const read = useRead('listUntrained', path ? { query: { path } } : undefined, ['staff.'])
  return (
    <Panel title={<Trans>谁还没培训</Trans>}>
      <AreaPick field="untrained" label={<Trans>看哪里</Trans>} path={path} onPick={setPath} />
      {path && <ReadView read={read}>{(found) => <Found found={found} />}</ReadView>}
    </Panel>
  )
}

function Found({ found }: { readonly found: Answer<'listUntrained'> }) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <>
      <ul>
        {found.posts.map(({ post, name, held, trained, untaught }) => (
          <li key={post}>
            <Trans>
              {say(name)}：在岗 {held} 人，参加过培训 {trained} 人
            </Trans>
            {untaught > 0 && (
              <>
                {' · '}
                {untaught === held ? <Trans>还没有课程</Trans> : <Trans>{untaught} 人还没有课程可上</Trans>}
              </>
            )}
          </li>
        ))}
      </ul>
      <WideTable<Row>
        aria-label={t`还没培训的人`}
        dataSource={[...found.items]}
        rowKey={({ personId, areaName }) => `${personId} ${areaName}`}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t`没有等着培训的人` }}
        columns={[
          { title: t`姓名`, key: 'name', dataIndex: 'name' },
          { title: t`岗位`, key: 'post', render: (_, { post }) => say(post) },
          { title: t`地点`, key: 'area', dataIndex: 'areaName' },
        ]}
      />
    </>
  )
}
