import { DOCUMENT_KINDS, type DocumentKind, TEMPLATE_FIELDS } from '@linli/contract/partners/words'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { toBuffer } from 'qrcode'
import type { Problem } from '../../../kernel/problem.ts'
import { partsOf, ZipError } from '../../../kernel/uploads/zip.ts'
import { wrongTemplate } from '../errors.ts'
import { CODE_PICTURE } from './defaultTemplate.ts'
import type { Fields, Filled } from './fields.ts'

const MOST_BYTES = 1024 * 1024
const WORDS = {
  broken: '文件已损坏，或不是 Word 文档（.docx）。请在 Word 或 WPS 里另存为 .docx 后再传。',
  tooMany: '文件里的部件太多，请把内容复制到新建的文档里再传。',
  tooLarge: '文件解开后太大，请删去大图片后再传。',
}

/** The parts of a docx that hold text to be filled. */
const WRITTEN = /^word\/(document|header\d*|footer\d*)\.xml$/

const refused = (message: string): Problem => wrongTemplate([{ field: 'file', message }])

/**
 * Whether a docx can be a template of this kind: whole and no bomb, without macros and without parts that are fetched from
 * elsewhere, naming every field that the document must have and none that does not exist.
 * @throws wrongTemplate with a sentence
 */
export function checkTemplate(kind: DocumentKind, bytes: Buffer): void {
  if (bytes.length > MOST_BYTES) throw refused('模板不能超过 1 MB，请删去大图片后再传。')
  const parts = partsIn(bytes)
  if (!parts.has('word/document.xml')) throw refused(WORDS.broken)
  if ([...parts.keys()].some((name) => /vbaProject|\.bin$|embeddings\//i.test(name)))
    throw refused('模板里有宏或嵌入的对象，请去掉后再传。')
  for (const [name, data] of parts)
    if (name.endsWith('.rels') && reachesOut(data.toString('utf8')))
      throw refused('模板引用了外部的文件，请去掉后再传。')
  const { needed, allowed } = TEMPLATE_FIELDS[kind]
  const named = fieldsOf(bytes)
  const missing = needed.filter((field) => !named.includes(field))
  if (missing.length > 0)
    throw refused(
      `${DOCUMENT_KINDS[kind].zh}模板还缺这些栏目：${missing.map((field) => `{${field}}`).join('、')}。`,
    )
  const unknown = named.filter((field) => !needed.includes(field) && !allowed.includes(field))
  if (unknown.length > 0)
    throw refused(`模板里有认不得的栏目：${unknown.map((field) => `{${field}}`).join('、')}。`)
}

/** A link that a reader may press is fine; what the document itself would fetch is not. */
const reachesOut = (relations: string): boolean =>
  [...relations.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([one]) => /TargetMode\s*=\s*["']External/i.test(one) && !/\/hyperlink["']/i.test(one),
  )

function partsIn(bytes: Buffer): Map<string, Buffer> {
  try {
    return new Map([...partsOf(bytes, WORDS)].map(({ name, data }) => [name, data]))
  } catch (error) {
    if (error instanceof ZipError) throw refused(error.message)
    throw error
  }
}

/** The fields a template names, in its pages, headers and footers; loops and conditions are in no document here. */
function fieldsOf(bytes: Buffer): string[] {
  const document = opened(bytes)
  const written = Object.keys(document.getZip().files).filter((part) => WRITTEN.test(part))
  const text = written.map((part) => document.getFullText(part))
  const named = text.flatMap((part) =>
    [...part.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => (name ?? '').trim()),
  )
  if (named.some((name) => /^[#/^@>:<-]/.test(name)))
    throw refused('模板里只能用简单的栏目，不能用循环或条件。')
  return [...new Set(named)]
}

function opened(bytes: Buffer): Docxtemplater<PizZip> {
  try {
    return open(bytes)
  } catch (error) {
    throw error instanceof Error ? refused('模板里的栏目写得不完整，请检查每个 { } 是否成对。') : error
  }
}

const open = (bytes: Buffer): Docxtemplater<PizZip> =>
  new Docxtemplater(new PizZip(bytes), { paragraphLoop: false, linebreaks: true, errorLogging: false })

/** The document as docx: fields filled as plain text, the picture of the code made to lead to its public page. */
export async function fillTemplate(template: Buffer, { fields, check }: Filled): Promise<Buffer> {
  const document = open(template)
  document.render({ ...fields } satisfies Fields)
  const zip = document.getZip()
  const picture = check === null ? undefined : pictureOfCode(zip)
  if (check !== null && picture) zip.file(picture, await toBuffer(check, { margin: 1, width: 240 }))
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** Where the picture that stands for the code lies, if the template has one. */
function pictureOfCode(zip: PizZip): string | undefined {
  const text = zip.file('word/document.xml')?.asText() ?? ''
  const relations = zip.file('word/_rels/document.xml.rels')?.asText() ?? ''
  const drawing = [...text.matchAll(/<w:drawing>.*?<\/w:drawing>/gs)].find(([one]) =>
    one.includes(`descr="${CODE_PICTURE}"`),
  )?.[0]
  const id = drawing?.match(/r:embed="([^"]+)"/)?.[1]
  const relation = [...relations.matchAll(/<Relationship\b[^>]*>/g)].find(([one]) =>
    one.includes(`Id="${id}"`),
  )?.[0]
  const target = relation?.match(/Target="([^"]+)"/)?.[1]
  const path = target && `word/${target.replace(/^\/?word\//, '')}`
  return path?.endsWith('.png') ? path : undefined
}
