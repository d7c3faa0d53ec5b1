import { DOCX, PDF } from '@linli/contract/partners/media'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { FileAnswer } from '../../../kernel/http/room.ts'
import { defaultTemplate } from '../documents/defaultTemplate.ts'
import type { Filled } from '../documents/fields.ts'
import { asPdf } from '../documents/pdf.ts'
import { fillTemplate } from '../documents/template.ts'
import { templateNow } from '../store/documents.ts'

/** A document in the form somebody asked for: docx by the place's own template, PDF by the house's layout. */
export async function documentFile(
  db: Database,
  scope: Scope,
  filled: Filled,
  form: 'pdf' | 'docx',
): Promise<FileAnswer> {
  const name = `${filled.fields['编号']}.${form}`
  if (form === 'pdf') return { file: await asPdf(filled), mediaType: PDF, name }
  const template = (await templateNow(db, scope, filled.kind))?.bytes ?? (await defaultTemplate(filled.kind))
  return { file: await fillTemplate(template, filled), mediaType: DOCX, name }
}
