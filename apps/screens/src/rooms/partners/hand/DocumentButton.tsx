import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { download } from '../../../kit/download.ts'
import { Button, ErrorSummary } from '../../../kit/hand/index.ts'

type DocumentButtonProps = {
  readonly address: string
  readonly name: string
  readonly children: ReactNode
}

/** Saves one's own document; a file leaves the house, so it may first ask whether it is really oneself. */
export function DocumentButton({ address, name, children }: DocumentButtonProps) {
  const { t } = useLingui()
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Error>()
  async function save() {
    setSaving(true)
    setFailure(undefined)
    try {
      await download(address, name, t`现在下载不了，请稍后再试`)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <Button wide look="second" busy={saving} busyWord={t`正在下载…`} onPress={() => void save()}>
        {children}
      </Button>
    </>
  )
}
