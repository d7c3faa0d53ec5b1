import { expect, it } from 'vitest'
import { packetGate } from './gate.ts'

/** Everything that came through, and the sentence with which the gate closed. */
async function through(...chunks: Buffer[]): Promise<{ bytes: number; closed: string | undefined }> {
  const gate = packetGate()
  let bytes = 0
  let closed: string | undefined
  gate.on('error', (error) => {
    closed = error.message
  })
  gate.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  for (const chunk of chunks)
    if (!gate.destroyed) await new Promise<void>((done) => gate.write(chunk, () => done()))
  return { bytes, closed }
}
const packet = (size: number): Buffer => {
  const length: number[] = []
  for (let rest = size, more = true; more; more = rest > 0) {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    length.push(rest > 0 ? low | 0x80 : low)
  }
  return Buffer.concat([Buffer.from([0x30, ...length]), Buffer.alloc(size)])
}

it('lets packets through in whatever pieces they come', async () => {
  const all = Buffer.concat([packet(0), packet(1), packet(127), packet(128), packet(8192), packet(3)])
  expect(await through(all)).toEqual({ bytes: all.length, closed: undefined })
  const bytes = [...all].map((byte) => Buffer.from([byte]))
  expect(await through(...bytes)).toEqual({ bytes: all.length, closed: undefined })
})

it('closes before a packet that is too large, whatever it says next', async () => {
  expect((await through(packet(8193))).closed).toBe('a packet is too large')
  expect((await through(packet(1), Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]))).closed).toBe(
    'a packet is too large',
  )
  expect((await through(Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80, 0x80]))).closed).toBe(
    'a packet is too large',
  )
})
