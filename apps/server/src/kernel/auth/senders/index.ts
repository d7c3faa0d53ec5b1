import type { CodeSender } from '../codes.ts'
import type { CodeSenderSettings } from '../doorSettings.ts'
import { PeerFailure } from '../peer.ts'
import { alibabaSender } from './alibaba.ts'
import { mailSender } from './mail.ts'
import { tencentSender } from './tencent.ts'

/** Without a sender nothing leaves, and nobody is told that it did. */
const noSender: CodeSender = {
  send: async () => {
    throw new PeerFailure('noSender')
  },
}

/**
 * The channel that codes leave by. A failure is told to the operators by the sender's own word for it, without the
 * phone and without the code.
 */
export function openSender(
  settings: CodeSenderSettings | undefined,
  warn: (line: { readonly [name: string]: unknown }) => void,
): CodeSender {
  const sender = settings ? senderOf(settings) : noSender
  return {
    send: async (phone, code) => {
      try {
        await sender.send(phone, code)
      } catch (error) {
        warn({
          message: 'a sign-in code was not sent',
          sender: settings?.kind ?? 'none',
          reason: error instanceof PeerFailure ? error.code : 'unknown',
        })
        throw error
      }
    },
  }
}

function senderOf(settings: CodeSenderSettings): CodeSender {
  if (settings.kind === 'alibaba') return alibabaSender(settings)
  return settings.kind === 'tencent' ? tencentSender(settings) : mailSender(settings)
}
