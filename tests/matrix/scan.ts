import type { HouseAnswer } from '../kit/house.ts'
import { isZip, unzip } from './unzip.ts'

/** One readable text of an answer and where it stood: body, a header, a part of an archive, a cursor. */
export type Piece = { readonly where: string; readonly text: string }

/** What was read so far by every scan of this file. */
export const scanned = {
  answers: 0,
  bytes: 0,
  archives: 0,
  parts: 0,
  events: 0,
  ids: 0,
  masks: 0,
  canaries: 0,
}

/**
 * Everything that an answer says: body, headers, the parts of an archive and of one within it (sheets, shared strings,
 * comments, properties), what its cursors hold, and all of it once more without XML's and JSON's ways of writing letters.
 */
export function piecesOf({ bytes, headers }: Pick<HouseAnswer, 'bytes' | 'headers'>): Piece[] {
  scanned.answers += 1
  scanned.bytes += bytes.length
  const head = Object.entries(headers).map(([name, value]) => ({
    where: `header ${name}`,
    text: decodedAddress(String(value)),
  }))
  return [...head, ...textsOf(bytes)].flatMap((piece) => [piece, ...hidden(piece)])
}

function textsOf(bytes: Buffer): Piece[] {
  if (!isZip(bytes)) return [{ where: 'body', text: bytes.toString('utf8') }]
  scanned.archives += 1
  return unzip(bytes).map(([name, part]) => {
    scanned.parts += 1
    scanned.bytes += part.length
    return { where: name, text: `${name}\n${part.toString('utf8')}` }
  })
}

/** A file's name travels as `filename*=UTF-8''%E6…`. */
function decodedAddress(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a per cent sign that stands for itself
  }
}

/** The same text behind escapes, and what looks like base64 in it. */
function hidden({ where, text }: Piece): Piece[] {
  const plain = text
    .replace(/&#x([0-9a-f]+);|&#(\d+);/gi, (_, hex, ten) =>
      String.fromCodePoint(hex ? parseInt(hex, 16) : ten),
    )
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  const cursors = [...text.matchAll(/"(?:next|after|cursor)":"([\w-]{8,})"/g)].map(([, cursor = '']) => ({
    where: `${where}, its cursor`,
    text: Buffer.from(cursor, 'base64url').toString('utf8'),
  }))
  return [...(plain === text ? [] : [{ where: `${where}, escaped`, text: plain }]), ...cursors]
}
