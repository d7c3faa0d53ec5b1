import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ErrorSummary } from '../shared/ErrorSummary.tsx'
import { useDownload } from '../useDownload.ts'

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
  const { save, saving, failure } = useDownload(address, name, otherwise)
  return (
    <>
      <ErrorSummary failure={failure} />
      <Button loading={saving} onClick={() => void save()}>
        {children}
      </Button>
    </>
  )
}
