import { whoAsks } from './api.ts'
import { problemFrom } from './failure.ts'

/** Saves a file under a name, as a link would; the way also works where the session travels in a header. */
export async function download(address: string, name: string, otherwise: string): Promise<void> {
  const response = await fetch(address, whoAsks())
  if (!response.ok) throw problemFrom(response.status, undefined, otherwise)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
