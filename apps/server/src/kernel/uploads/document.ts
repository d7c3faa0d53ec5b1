import { fileTypeFromBuffer } from 'file-type'
import type { Problem } from '../problem.ts'
import { makePhoto } from './photo.ts'
import { documentActive, documentDamaged, documentKind, emptyFile } from './problems.ts'
import { partsOf, ZipError } from './zip.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
/** What may be handed out, and how its name ends. Pictures are made anew, so they are all of one kind. */
const ENDINGS: { readonly [mediaType: string]: string } = {
  'application/pdf': 'pdf',
  [`${OFFICE}wordprocessingml.document`]: 'docx',
  [`${OFFICE}presentationml.presentation`]: 'pptx',
  [`${OFFICE}spreadsheetml.sheet`]: 'xlsx',
  'video/mp4': 'mp4',
}
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp'])
/** A slide's chart brings its figures along as a workbook; macros, controls and other programs do not come in. */
const ACTIVE = /vbaProject|activeX|embeddings\/.*\.bin$|macrosheets/i
const ZIP_WORDS = {
  broken: '文件已损坏，请在办公软件里打开并另存后再传。',
  tooMany: '文件里的部件太多，请另存为 PDF 后再传。',
  tooLarge: '文件解开后太大，请压缩里面的图片，或另存为 PDF 后再传。',
}

export type SentDocument = { readonly bytes: Buffer; readonly mediaType: string; readonly name: string }

/**
 * What somebody sent to be handed out: PDF, Word, slides, tables, pictures or a film. What it is, is read from its bytes; its
 * name ends as that. Pictures are made anew as photos are.
 * @throws emptyFile, documentKind, documentDamaged, documentActive, and what `makePhoto` throws
 */
export async function makeDocument(sent: {
  readonly name: string
  readonly bytes: Buffer
}): Promise<SentDocument> {
  if (sent.bytes.length === 0) throw emptyFile()
  const kind = await fileTypeFromBuffer(sent.bytes)
  if (kind && PICTURES.has(kind.mime)) {
    const { bytes, mediaType } = await makePhoto(sent.bytes, false)
    return { bytes, mediaType, name: named(sent.name, 'webp') }
  }
  const ending = ENDINGS[kind?.mime ?? '']
  if (!kind || !ending) throw documentKind()
  if (kind.mime.startsWith(OFFICE)) assertStill(sent.bytes)
  return { bytes: sent.bytes, mediaType: kind.mime, name: named(sent.name, ending) }
}

/** An office file is whole, no bomb, and nothing in it runs. */
function assertStill(bytes: Buffer): void {
  let active: Problem | undefined
  try {
    for (const { name } of partsOf(bytes, ZIP_WORDS)) if (ACTIVE.test(name)) active = documentActive()
  } catch (error) {
    if (error instanceof ZipError) throw documentDamaged([{ field: 'file', message: error.message }])
    throw error
  }
  if (active) throw active
}

/** The name without a way and its own ending, in what a file name may hold. */
function named(name: string, ending: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
  return `${plain.slice(0, 80) || '材料'}.${ending}`
}
