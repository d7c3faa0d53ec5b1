import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { InputField } from '../../../../kit/desk/fields.tsx'
import { Panel } from '../../../../kit/desk/index.ts'
import { useDutyAt } from '../useDutyAt.ts'
import { PartyBodies } from './PartyBodies.tsx'
import { PostsOn } from './PostsOn.tsx'

/** Who has which post here and which party bodies stand here: today, or on a day of the past. */
export function OfficesHere({ path }: { readonly path: string }) {
  const mayReadPosts = useDutyAt(path, 'regionAdmin', 'intake', 'dispatcher', 'auditor')
  const [on, setOn] = useState('')
  return (
    <Panel title={<Trans>岗位和党组织</Trans>}>
      <InputField
        field="on"
        label={<Trans>看哪一天</Trans>}
        hint={<Trans>空着就是今天。网格调整以前的，也从这里看。</Trans>}
        type="date"
        value={on}
        onChange={setOn}
      />
      {mayReadPosts && <PostsOn path={path} on={on} />}
      <PartyBodies path={path} on={on} />
    </Panel>
  )
}
