import { useState } from 'react'
import { download } from './download.ts'

/** Saves a file that the server makes: busy until it is there, and then why it is not. @param otherwise said when the server gives no reason */
export function useDownload(address: string, name: string, otherwise: string) {
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
  return { save, saving, failure }
}
