import { fileTypeFromBuffer } from 'file-type'
import { emptyFile, voiceKind, voiceTooLarge } from './problems.ts'

const MOST_BYTES = 2 * 1024 * 1024

// By the sniffed extension. Recorders in browsers write audio into the video kinds of MP4 and WebM.
const MEDIA_TYPES: { readonly [extension: string]: string } = {
  m4a: 'audio/mp4',
  mp4: 'audio/mp4',
  aac: 'audio/aac',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  webm: 'audio/webm',
  amr: 'audio/amr',
}

/**
 * The media type of a voice note, read from its bytes; the note is kept as it is.
 * @throws emptyFile, voiceTooLarge, voiceKind
 */
export async function voiceType(sent: Buffer): Promise<string> {
  if (sent.length === 0) throw emptyFile()
  if (sent.length > MOST_BYTES) throw voiceTooLarge()
  const mediaType = MEDIA_TYPES[(await fileTypeFromBuffer(sent))?.ext ?? '']
  if (!mediaType) throw voiceKind()
  return mediaType
}
