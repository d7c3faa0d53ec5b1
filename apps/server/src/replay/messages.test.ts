import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMessages } from './messages.ts'
import { openProgress } from './progressFile.ts'

test('broken lines are counted, odd characters mended, and reading stops when there are enough', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linli-messages-'))
  try {
    const file = join(folder, 'm.jsonl')
    const lines = [
      '{"id":"1","user":"u","title":"一","detail":"有\\u0000零字符\\ud800和半个字符"}',
      '{"id":"2"',
      '[]',
      '',
      '{"id":3,"title":"只有标题"}',
      '{"id":"4","title":"","detail":"  "}',
    ]
    await writeFile(file, `${lines.join('\r\n')}\n`)
    const { list, broken } = await readMessages(file)
    expect(broken).toBe(3)
    expect(list).toEqual([
      { id: '1', user: 'u', title: '一', detail: '有零字符\ufffd和半个字符' },
      { id: '3', user: 'message 3', title: '只有标题', detail: '只有标题' },
    ])
    expect((await readMessages(file, 1)).list).toHaveLength(1)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('what was done is known again; a line cut short is done once more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linli-progress-'))
  try {
    const file = join(folder, 'deep', 'replay.done')
    const first = await openProgress(file)
    await first.add('17')
    await writeFile(file, '1', { flag: 'a' }) // a crash in the middle of a line
    expect([...(await openProgress(file)).done]).toEqual(['17'])
  } finally {
    await rm(folder, { recursive: true })
  }
})
