import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { HEADINGS, OPTIONS, type TemplateTask } from './names.ts'

export type FillTask = TemplateTask & {
  /** What the headings say. */
  readonly headings: { readonly [name: string]: string }
  /** The cells of each row, in the order of the names. */
  readonly rows: readonly (readonly string[])[]
}

/** A template's document about these rows; of one row its columns stand outside the loop too. Runs in a thread of its own. */
export async function fillTemplate({ scope, names, content, headings, rows }: FillTask): Promise<Uint8Array> {
  // The library that writes documents is large: it is loaded where there is none to fill.
  const template = content ?? (await (await import('./ours.ts')).ourTemplate({ scope, names }))
  const lines = rows.map((cells, at) => ({
    ...Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])),
    [HEADINGS.number]: String(at + 1),
  }))
  const document = new Docxtemplater(new PizZip(Buffer.from(template)), { ...OPTIONS, nullGetter: () => '' })
  document.render({
    ...(lines.length === 1 ? lines[0] : {}),
    ...headings,
    [HEADINGS.count]: String(rows.length),
    行: lines,
  })
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}
