import { Transform } from 'node:stream'

/** The most that one packet of the protocol may have: a connect with its user and key, or a message. */
const MOST_PACKET = 8192

/**
 * Lets a stream of the protocol through as long as each packet is of a size that a device may send, so that nobody
 * fills the memory by announcing a packet of 256 MB. Reads the lengths of the fixed headers and nothing else.
 */
export function packetGate(): Transform {
  let left = 0
  let header = 0
  let length = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = 0; at < chunk.length; ) {
        if (left > 0) {
          const step = Math.min(left, chunk.length - at)
          left -= step
          at += step
          continue
        }
        const byte = chunk[at] ?? 0
        at += 1
        header += 1
        if (header === 1) continue
        length += (byte & 0x7f) * 128 ** (header - 2)
        if (length > MOST_PACKET || header > 5) return done(new Error('a packet is too large'))
        if (byte & 0x80) continue
        left = length
        header = 0
        length = 0
      }
      done(null, chunk)
    },
  })
}
