import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** A citizen's message as a hotline exports it. */
export type Message = {
  readonly id: string
  readonly user: string
  readonly title: string
  readonly detail: string
}
export type Messages = { readonly list: readonly Message[]; readonly broken: number }

/** So many messages: when there are fewer they come again, each time written by other people. */
export function asMany(list: readonly Message[], most: number): Message[] {
  const laps = list.length === 0 ? 0 : Math.ceil(most / list.length)
  return Array.from({ length: laps }, (_, lap) =>
    lap === 0
      ? list
      : list.map((message) => ({ ...message, id: `${message.id}.${lap}`, user: `${message.user}.${lap}` })),
  )
    .flat()
    .slice(0, most)
}

/** Reads one JSON object a line. Lines that are no message are counted and left out. @param most stop after so many */
export async function readMessages(file: string, most = Number.POSITIVE_INFINITY): Promise<Messages> {
  const list: Message[] = []
  let broken = 0
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (list.length >= most) break
    if (line.trim() === '') continue
    const message = messageOf(line)
    if (message) list.push(message)
    else broken += 1
  }
  return { list, broken }
}

function messageOf(line: string): Message | undefined {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return undefined // counted by the caller
  }
  if (typeof read !== 'object' || read === null) return undefined
  const { id, user, title, detail } = read as Record<string, unknown> // each field is looked at below
  const text = clean(detail) || clean(title)
  if ((typeof id !== 'string' && typeof id !== 'number') || text === '') return undefined
  return {
    id: String(id),
    user: typeof user === 'string' && user !== '' ? user : `message ${id}`,
    title: clean(title),
    detail: text,
  }
}

const clean = (value: unknown): string =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '').trim() : ''
