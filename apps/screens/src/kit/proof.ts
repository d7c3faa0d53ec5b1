import { Problem } from './failure.ts'

const ASKED = 'auth.proveAgain'
let ask: (() => Promise<boolean>) | undefined
let asking: Promise<boolean> | undefined

/** How this screen asks the person to show once more that it is them; answers whether they did. */
export function onProofAsked(how: () => Promise<boolean>): void {
  ask = how
}

/** Requests that are refused together share one question. */
function askOnce(): Promise<boolean> {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined
  })
  return asking
}

/**
 * Sends; where the server first wants a proof of the person, asks for it and sends the very same once more. Whoever
 * would rather not is told the server's sentence.
 */
export async function withProof<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== ASKED || !(await askOnce())) throw error
    return send()
  }
}
