import type { TemplateScope } from '@linli/contract/ledgers/words'
import type { DXT } from 'docxtemplater'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { partsOf, ZipError } from '../../../kernel/uploads/zip.ts'
import { HEADINGS, OPTIONS, type TemplateTask } from './names.ts'

const MOST_BYTES = 1024 * 1024
const MOST_UNPACKED = 8 * 1024 * 1024
const MOST_PLACEHOLDERS = 300
const ROWS = '行'

const WORDS = {
  broken: '文件打不开，请在 Word 里另存为 .docx 后再传。',
  tooMany: '模板里的部件太多，请新建一个文档重排。',
  tooLarge: '模板解开后太大，请去掉大图片。',
}

/**
 * What keeps a Word file from being a ledger's template, every fault at once: it is whole, no bomb, without macros or
 * things fetched from elsewhere, and every placeholder is a column or a heading. Loops do not stand in one another: what a
 * template makes grows with the rows and no faster. Runs in a thread of its own.
 */
export function templateFaults({ scope, names, content }: TemplateTask): string[] {
  if (!content) return [WORDS.broken]
  const bytes = Buffer.from(content)
  const faults = archiveFaults(bytes)
  if (faults.length > 0) return few(faults)
  const tags: DXT.Part[] = []
  // What docxtemplater tells its modules when it has read a part of the document.
  const reader: DXT.Module = {
    name: 'reader',
    set: ({ inspect }: { inspect?: { postparsed?: DXT.Part[] } }) =>
      void tags.push(...(inspect?.postparsed ?? [])),
  }
  try {
    new Docxtemplater(new PizZip(bytes), { modules: [reader], ...OPTIONS })
  } catch (error) {
    return few(syntaxFaults(error))
  }
  return few(placeholderFaults(new Set(names), scope, tags))
}

const few = (messages: readonly string[]): string[] => [...new Set(messages)].slice(0, 20)

/** A link that a reader may press is fine; what the document itself would fetch is not. */
const reachesOut = (relations: string): boolean =>
  [...relations.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([one]) => /TargetMode\s*=\s*["']External/i.test(one) && !/\/hyperlink["']/i.test(one),
  )

function archiveFaults(content: Buffer): string[] {
  if (content.length > MOST_BYTES) return ['模板不能超过 1 MB，请去掉大图片。']
  const names: string[] = []
  let size = 0
  try {
    for (const { name, data } of partsOf(content, WORDS)) {
      names.push(name)
      size += data.length
      if (size > MOST_UNPACKED) return [WORDS.tooLarge]
      if (name.endsWith('.rels') && reachesOut(data.toString('utf8')))
        return ['模板引用了外面的文件或图片，请把它们放进文档里。']
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    return [error.message]
  }
  if (names.some((name) => /vbaProject|activeX|embeddings\//i.test(name)))
    return ['模板里有宏或嵌入的对象，请去掉后再传。']
  return names.includes('word/document.xml') ? [] : [WORDS.broken]
}

/** What docxtemplater says of a loop that is not closed, of braces that stay open. */
function syntaxFaults(error: unknown): string[] {
  const all = (
    error as { properties?: { errors?: { properties?: { xtag?: string; explanation?: string } }[] } }
  ).properties?.errors // docxtemplater's XTTemplateError
  if (!all) return [WORDS.broken]
  return all.map(
    ({ properties }) => `占位符“${properties?.xtag ?? ''}”没有写完整：大括号要成对，{#行} 要有 {/行}。`,
  )
}

function placeholderFaults(
  columns: ReadonlySet<string>,
  scope: TemplateScope,
  tags: readonly DXT.Part[],
): string[] {
  const headings = new Set<string>(Object.values(HEADINGS))
  const placeholders = tags.filter(({ type }) => type === 'placeholder')
  const count = placeholders.length + placeholders.flatMap(({ subparsed }) => subparsed ?? []).length
  if (count > MOST_PLACEHOLDERS) return [`占位符太多（${count} 个），最多 ${MOST_PLACEHOLDERS} 个。`]
  const unknown = (value: string): string =>
    `“${value}”不是这本台账的列，也不是表头。可以用：${[...headings, ...columns].join('、')}。`
  return placeholders.flatMap((tag): string[] => {
    if (!tag.module) return isFine(tag.value, scope) ? [] : [unknown(tag.value)]
    if (!tag.module.includes('loop') || tag.inverted)
      return [`“${tag.value}”这种写法不支持，只能用 {列名} 和 {#行}…{/行}。`]
    if (scope === 'row') return ['单独一行的模板里不用 {#行}，直接写列名。']
    if (tag.value !== ROWS) return [`循环只能写 {#${ROWS}}…{/${ROWS}}，不能写 {#${tag.value}}。`]
    return (tag.subparsed ?? [])
      .filter(({ type }) => type === 'placeholder')
      .flatMap((inner) => {
        if (inner.module) return [`{#${ROWS}} 里面不能再套“${inner.value}”。`]
        return columns.has(inner.value) || inner.value === HEADINGS.number || headings.has(inner.value)
          ? []
          : [unknown(inner.value)]
      })
  })

  function isFine(value: string, of: TemplateScope): boolean {
    return headings.has(value) || (of === 'row' && columns.has(value))
  }
}
