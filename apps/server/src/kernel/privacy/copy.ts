import { buffer } from 'node:stream/consumers'
import type { Row } from '../db/database.ts'
import { FileMissing, type Storage } from '../uploads/storage.ts'
import type { Cell, Part, PersonsFile } from './collect.ts'
import { type ZipPart, zip } from './zip.ts'

/** A further list that no table has as it stands: who looked, what is kept and why. */
export type Told = Part

/** The value of one cell of a row in words for the person, or undefined where it says nothing to one who reads. */
export type Telling = (table: string, cell: Cell, row: Row) => string | undefined

const ENDINGS: { readonly [mediaType: string]: string } = {
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/amr': 'amr',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
}

/**
 * A person's data as one archive in open formats: a page to read, JSON for machines, a table per kind, photos and voice.
 * @param made the moment, as people read it
 * @param tell what the page says of a value; tables and JSON hold every value as it is kept
 */
export async function copyOf(
  storage: Storage,
  { parts, files }: { parts: readonly Part[]; files: readonly PersonsFile[] },
  made: string,
  tell: Telling,
): Promise<Buffer> {
  const bytes: ZipPart[] = []
  for (const { key, id, mediaType } of files) {
    const ending = ENDINGS[mediaType] ?? 'bin'
    const found = await bytesOf(storage, key)
    if (found) bytes.push({ name: `files/${id}.${ending}`, bytes: found })
  }
  const written = [
    { name: '我的资料.html', text: page(parts, bytes, made, tell) },
    {
      name: 'data.json',
      text: JSON.stringify(
        { made, tables: Object.fromEntries(parts.map(({ table, rows }) => [table, rows])) },
        null,
        2,
      ),
    },
    ...parts.map(({ table, cells, rows }) => ({ name: `tables/${table}.csv`, text: csv(cells, rows) })),
  ]
  return zip([...written.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') })), ...bytes])
}

/** A file that is registered and gone makes no copy impossible: it is left out. */
async function bytesOf(storage: Storage, key: string): Promise<Buffer | undefined> {
  try {
    return await buffer(await storage.get(key))
  } catch (error) {
    if (error instanceof FileMissing) return undefined
    throw error
  }
}

const text = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Buffer.isBuffer(value)) return value.toString('hex')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** With a mark of UTF-8, which spreadsheets ask for; a cell that begins like a formula is a text (OWASP, CSV injection). */
function csv(cells: readonly Cell[], rows: readonly Row[]): string {
  const cell = (value: unknown): string => {
    const plain = text(value)
    const safe = /^[=+\-@\t\r]/.test(plain) && typeof value !== 'number' ? `'${plain}` : plain
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const lines = [
    cells.map(({ title }) => cell(title.zh)),
    ...rows.map((row) => cells.map(({ name }) => cell(row[name]))),
  ]
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function page(parts: readonly Part[], files: readonly ZipPart[], made: string, tell: Telling): string {
  const sections = parts.flatMap((part) => {
    const cards = part.rows.map((row) => card(part, row, tell)).filter((one) => one !== '')
    return cards.length > 0 ? [`<section><h2>${escaped(part.title.zh)}</h2>${cards.join('')}</section>`] : []
  })
  const links = files.map(({ name }) => `<li><a href="${escaped(name)}">${escaped(name)}</a></li>`)
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>我的资料</title>
<style>body{font:20px/1.6 sans-serif;max-width:50rem;margin:1rem auto;padding:0 1rem}dl{border-top:1px solid #888;padding-top:.5rem}dt{color:#444}dd{margin:0 0 .5rem;font-weight:600;overflow-wrap:anywhere}</style>
<h1>我的资料</h1><p>${escaped(made)} 取出。这里用平常的话写出本系统保存的与您有关的内容。连同内部的编号和代码在内，全部内容在 tables 文件夹里是表格，在 data.json 里供别的系统读取。</p>
${sections.join('\n')}${links.length > 0 ? `<section><h2>照片和录音</h2><ul>${links.join('')}</ul></section>` : ''}</html>
`
}

/** One row to read. */
function card({ table, cells }: Part, row: Row, tell: Telling): string {
  const lines = cells.flatMap((cell) => {
    const value = tell(table, cell, row)
    return value === undefined ? [] : [`<dt>${escaped(cell.title.zh)}</dt><dd>${escaped(value)}</dd>`]
  })
  return lines.length > 0 ? `<dl>${lines.join('')}</dl>` : ''
}
