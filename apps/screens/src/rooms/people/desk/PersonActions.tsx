import { Trans } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { Panel } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { ChangePersonDialog } from './ChangePersonDialog.tsx'
import type { PersonPart } from './person.ts'
import { useHolds } from './useHolds.ts'

/** What the region's administrator may do with a person's entry; nobody does it with their own. */
export function PersonActions({ person }: PersonPart) {
  const isAdmin = useHolds('regionAdmin')
  const [isChanging, setChanging] = useState(false)
  const [isChanged, setChanged] = useState(false)
  if (!isAdmin || person.isMe) return null
  return (
    <Panel>
      <div className="desk-buttons">
        <Button onClick={() => setChanging(true)}>
          <Trans>更正资料</Trans>
        </Button>
      </div>
      <Saved>{isChanged && <Trans>已更正。</Trans>}</Saved>
      {isChanging && (
        <ChangePersonDialog
          person={person}
          onClose={() => setChanging(false)}
          onChanged={() => {
            setChanging(false)
            setChanged(true)
          }}
        />
      )}
    </Panel>
  )
}
