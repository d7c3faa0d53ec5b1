import { whoAsks } from './api.ts'
import { problemFrom } from './failure.ts'
import { withProof } from './proof.ts'

/** Saves a file under a name, as a link would; the way also works where the session travels in a header. */
export async function download(address: string, name: string, otherwise: string): Promise<void> {
  const response = await withProof(async () => {
    const answer = await fetch(address, whoAsks())
    if (answer.ok) return answer
    const body: unknown = await answer.json().catch(() => undefined) // a proxy's page is no problem document
    throw problemFrom(answer.status, body, otherwise)
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
