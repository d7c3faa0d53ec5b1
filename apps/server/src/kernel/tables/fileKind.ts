import { fileTypeFromBuffer } from 'file-type'
import type { UploadedFile } from '../http/room.ts'
import type { Problem } from '../problem.ts'

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0]

/** The reader's own problem, with a sentence that says what to do. */
export type Refuse = (message: string) => Problem

/**
 * What a table's file really is, by its content and not by its name.
 * @throws what `refuse` makes, with what to do, when it is neither .xlsx nor .csv or its name says otherwise
 */
export async function fileKind(file: UploadedFile, refuse: Refuse): Promise<'xlsx' | 'csv'> {
  const { bytes, name } = file
  if (bytes.length === 0) throw refuse('文件是空的，请重新选择。')
  if (OLD_EXCEL.every((byte, at) => bytes[at] === byte))
    throw refuse('这是旧版或加密的 Excel 文件，请去掉密码，另存为“Excel 工作簿（.xlsx）”后再传。')
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))
  const kind = isZip ? 'xlsx' : 'csv'
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (ending !== kind && (ending === 'xlsx' || ending === 'csv'))
    throw refuse(`文件名写的是 .${ending}，内容却不是。请在表格软件里另存为 .${ending} 后再传。`)
  if (ending !== kind) throw refuse('只收 .xlsx 和 .csv 表格。请另存为其中一种再传。')
  if (kind === 'csv' && (await fileTypeFromBuffer(bytes)) && !isUtf16(bytes))
    throw refuse('这个文件不是表格，请选择 .xlsx 或 .csv 文件。')
  return kind
}

/** Excel's "Unicode text". */
export const isUtf16 = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe
