import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { Panel } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { ChangePersonDialog } from './ChangePersonDialog.tsx'
import type { PersonPart } from './person.ts'
import { StaffAccountDialog } from './StaffAccountDialog.tsx'
import { useHolds } from './useHolds.ts'

/** What the region's administrator may do with a person's entry; nobody does it with their own. */
export function PersonActions({ person, onChanged }: PersonPart) {
  const isAdmin = useHolds('regionAdmin')
  const [doing, setDoing] = useState<'change' | 'account'>()
  const [isChanged, setChanged] = useState(false)
  if (!isAdmin || person.isMe) return null
  return (
    <Panel>
      <div className="desk-buttons">
        <Button onClick={() => setDoing('change')}>
          <Trans>更正资料</Trans>
        </Button>
        <Button onClick={() => setDoing('account')}>
          <Trans>开通工作账号</Trans>
        </Button>
      </div>
      <Saved>{isChanged && <Trans>已更正。</Trans>}</Saved>
      {doing === 'change' && (
        <ChangePersonDialog
          person={person}
          onClose={() => setDoing(undefined)}
          onChanged={() => {
            setDoing(undefined)
            setChanged(true)
            onChanged()
          }}
        />
      )}
      {doing === 'account' && <StaffAccountDialog person={person} onClose={() => setDoing(undefined)} />}
    </Panel>
  )
}
