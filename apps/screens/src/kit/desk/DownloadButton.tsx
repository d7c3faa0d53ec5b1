import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { download } from '../download.ts'
import { ErrorSummary } from '../shared/ErrorSummary.tsx'

type DownloadButtonProps = {
  /** Where the file is, as `fileAddress` says. */
  readonly address: string
  /** What it is saved as. */
  readonly name: string
  /** What is said when the server gives no reason. */
  readonly otherwise: string
  readonly children: ReactNode
}

/** Saves a file that the server makes; busy until it is there, and says above itself why it is not. */
export function DownloadButton({ address, name, otherwise, children }: DownloadButtonProps) {
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Error>()

  async function save() {
    setFailure(undefined)
    setSaving(true)
    try {
      await download(address, name, otherwise)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setSaving(false)
    }
  }

  return (
    <>
      <ErrorSummary failure={failure} />
      <Button loading={saving} onClick={() => void save()}>
        {children}
      </Button>
    </>
  )
}
