import { changed, cut } from './problems.ts'

/** One file of an archive. Its bytes are in memory at once, so whoever makes one keeps it small. */
export type Part = { readonly name: string; readonly bytes: Buffer }

const BLOCK = 512
const MOST_BYTES = 512 * 2 ** 20

/** An archive in the ustar form (POSIX.1-1988), which every `tar` reads. Names have at most 99 ASCII characters. */
export async function* packed(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
  for await (const { name, bytes } of parts) {
    yield header(name, bytes.length)
    yield bytes
    yield Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)
  }
  yield Buffer.alloc(2 * BLOCK)
}

function header(name: string, size: number): Buffer {
  if (!/^[\x21-\x7e]{1,99}$/.test(name)) throw new Error('the name of a part has the wrong shape')
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${size.toString(8).padStart(11, '0')} `, 124)
  block.write('00000000000 ', 136)
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

const sumOf = (block: Buffer): number => block.reduce((sum, byte) => sum + byte, 0)

/**
 * The parts of an archive, in order.
 * @throws BackupError `cut` when the end is missing, `changed` when a header is not what it was
 */
export async function* unpacked(stream: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  const taking = reader(stream)
  for (;;) {
    const block = await taking(BLOCK)
    if (block.every((byte) => byte === 0)) return
    const name = block.toString('latin1', 0, 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(block.toString('latin1', 124, 136), 8)
    const sum = Number.parseInt(block.toString('latin1', 148, 156), 8)
    block.fill(' ', 148, 156)
    if (sumOf(block) !== sum || !(size >= 0 && size <= MOST_BYTES)) throw changed(name.slice(0, 99))
    const bytes = await taking(size)
    await taking((BLOCK - (size % BLOCK)) % BLOCK)
    yield { name, bytes }
  }
}

/** Takes exactly so many bytes at a time from a stream. */
function reader(stream: AsyncIterable<Buffer>): (size: number) => Promise<Buffer> {
  const iterator = stream[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let length = 0
  return async (size) => {
    while (length < size) {
      const next = await iterator.next()
      if (next.done) throw cut()
      held.push(next.value)
      length += next.value.length
    }
    const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held)
    held = [all.subarray(size)]
    length -= size
    return Buffer.from(all.subarray(0, size))
  }
}
