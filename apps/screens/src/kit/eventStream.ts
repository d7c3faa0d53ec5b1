export type ServerEvent = { readonly id: string; readonly event: string; readonly data: string }

/** Splits a growing text/event-stream into events; `rest` is what has no end yet. */
export function readEvents(text: string): { events: ServerEvent[]; rest: string } {
  const blocks = text.replace(/\r\n?/g, '\n').split('\n\n')
  const rest = blocks.pop() ?? ''
  return { events: blocks.map(eventOf).filter((event) => event.data !== ''), rest }
}

function eventOf(block: string): ServerEvent {
  const lines = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line))
  const all = (name: string) => lines.flatMap((line) => (line?.[1] === name ? [line[2] ?? ''] : []))
  return { id: all('id').at(-1) ?? '', event: all('event').at(-1) ?? 'message', data: all('data').join('\n') }
}
