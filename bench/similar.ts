import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { searchWordsOf } from '../apps/server/src/kernel/text/cutter.ts'
import { type Sketch, sketchOf } from '../apps/server/src/rooms/suggestions/rules/similar.ts'
import { MAYBE, SimilarIndex } from '../apps/server/src/rooms/suggestions/rules/similarIndex.ts'

// Duplicates among real messages: every pair of 4,326, and one new message against 50,000 orders with the memory they take.
// `node --expose-gc bench/similar.ts --data <folder>`; the folder holds messages_unlabelled.jsonl and message_replies.jsonl.
// Fails above 3 s, 50 ms and 100 MB.

const { values } = parseArgs({
  options: { data: { type: 'string' }, orders: { type: 'string', default: '50000' } },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const file = (name: string): string => `${values.data}/${name}`
if (!values.data || !existsSync(file('messages_unlabelled.jsonl'))) {
  say(
    '用法 usage: node --expose-gc bench/similar.ts --data <folder with messages_unlabelled.jsonl and message_replies.jsonl>',
  )
  process.exit(2)
}

type Message = { readonly id: string; readonly user: string; readonly title: string; readonly detail: string }
const read = (name: string): Message[] =>
  readFileSync(file(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Message)
const sketched = ({ title, detail }: Message, areas: readonly string[] = []): Sketch =>
  sketchOf(title, detail, { title: searchWordsOf(title), text: [...new Set(searchWordsOf(detail))] }, areas)

const messages = read('messages_unlabelled.jsonl')
let began = performance.now()
const sketches = messages.map((message) => sketched(message))
say(`${messages.length} messages read and cut in ${Math.round(performance.now() - began)} ms`)

began = performance.now()
const small = new SimilarIndex()
for (const [at, { id }] of messages.entries()) small.add(id, sketches[at] as Sketch)
small.settle()
const parent = new Map(messages.map(({ id }) => [id, id]))
const rootOf = (id: string): string => {
  let root = id
  while (parent.get(root) !== root) root = parent.get(root) ?? root
  return root
}
let pairs = 0
messages.forEach(({ id }, at) => {
  for (const other of small.resembling(sketches[at] as Sketch, MAYBE, 200)) {
    if (other.id === id) continue
    pairs += 1
    parent.set(rootOf(other.id), rootOf(id))
  }
})
const allPairs = performance.now() - began
const groups = new Map<string, Message[]>()
for (const message of messages) {
  const root = rootOf(message.id)
  groups.set(root, [...(groups.get(root) ?? []), message])
}
const largest = [...groups.values()].sort((a, b) => b.length - a.length)
say(
  `all pairs of ${messages.length}: ${Math.round(allPairs)} ms (to reach: 3,000); ${pairs / 2} pairs from ${MAYBE} at a shared place`,
)
for (const group of largest.slice(0, 8))
  say(
    `  ${group.length} messages of ${new Set(group.map(({ user }) => user)).size} people: ${group[0]?.title}`,
  )

// Orders of a county: real messages again and again, each in one of 1,859 grids and with words of another in it.
const source = [...messages, ...read('message_replies.jsonl')]
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined)
collect()
const before = process.memoryUsage()
const large = new SimilarIndex()
began = performance.now()
for (let at = 0; at < Number(values.orders); at++) {
  const one = source[at % source.length] as Message
  const other = source[(at * 7919 + 13) % source.length] as Message
  const detail = `${one.detail.slice(0, 400)}${other.detail.slice(0, 80)}${at}`
  large.add(String(at), sketched({ ...one, detail }, [`g${at % 1859}`]))
}
large.settle()
say(`${values.orders} orders cut and put in: ${Math.round((performance.now() - began) / 1000)} s`)
collect()
const after = process.memoryUsage()
const megabytes = (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / 2 ** 20
const times: number[] = []
for (let at = 0; at < 300; at++) {
  const one = source[(at * 31) % source.length] as Message
  const started = performance.now()
  large.resembling(sketched(one, [`g${(at * 31) % 1859}`]), MAYBE, 20)
  times.push(performance.now() - started)
}
times.sort((a, b) => a - b)
const p = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
say(
  `one new message against ${values.orders}: p50 ${p(0.5)} ms, p99 ${p(0.99)} ms, cutting included (to reach: 50); ${Math.round(megabytes)} MB (to reach: 100)`,
)
if (allPairs > 3000 || p(0.99) > 50 || megabytes > 100) process.exit(1)
