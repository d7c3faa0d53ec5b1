import { createHmac, timingSafeEqual } from 'node:crypto'

/** So far a gateway's clock may be from ours (seconds); older requests are somebody's recording. */
export const REPLAY_SECONDS = 300

/** HMAC-SHA256 of `timestamp.body`, hexadecimal. */
export const signatureOf = (secret: string, timestamp: string, body: Buffer): string =>
  createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')

/** Whether a request was signed with the secret within the window. `timestamp` is in whole seconds since 1970. */
export function isSigned(
  secret: string,
  { timestamp, signature, body }: { timestamp: string; signature: string; body: Buffer },
  now: number,
): boolean {
  if (!/^\d{9,11}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) return false
  if (Math.abs(now / 1000 - Number(timestamp)) > REPLAY_SECONDS) return false
  return timingSafeEqual(Buffer.from(signatureOf(secret, timestamp, body)), Buffer.from(signature))
}
