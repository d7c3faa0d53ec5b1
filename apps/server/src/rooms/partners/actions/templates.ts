import type { partnerEndpoints } from '@linli/contract/partners/endpoints'
import { DOCX } from '@linli/contract/partners/media'
import type { TemplateView } from '@linli/contract/partners/shapes'
import { DOCUMENT_KINDS, type DocumentKind } from '@linli/contract/partners/words'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { FileAnswer, HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demandRegion } from '../../../kernel/policy/policy.ts'
import { defaultTemplate } from '../documents/defaultTemplate.ts'
import { checkTemplate } from '../documents/template.ts'
import { wrongTemplate } from '../errors.ts'
import type { PartnerNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import { templateNow, templateStatement } from '../store/documents.ts'

const isKind = (kind: string): kind is DocumentKind => kind in DOCUMENT_KINDS

/** Which template each document has now. @throws forbidden */
export async function listDocumentTemplates(
  db: Database,
  me: Actor,
  scope: Scope,
): Promise<{ items: TemplateView[] }> {
  demandRegion(policy.operations.listDocumentTemplates, me)
  const kinds = Object.keys(DOCUMENT_KINDS).filter(isKind)
  const items = await Promise.all(
    kinds.map(async (kind) => {
      const own = await templateNow(db, scope, kind)
      return { kind, isOwn: own !== undefined, uploadedAt: own?.uploadedAt ?? null }
    }),
  )
  return { items }
}

/** The template as it is used now, to be changed and brought back. @throws forbidden */
export async function getDocumentTemplate(
  db: Database,
  me: Actor,
  scope: Scope,
  kind: DocumentKind,
): Promise<FileAnswer> {
  demandRegion(policy.operations.getDocumentTemplate, me)
  const file = (await templateNow(db, scope, kind))?.bytes ?? (await defaultTemplate(kind))
  return { file, mediaType: DOCX, name: `${DOCUMENT_KINDS[kind].zh}模板.docx` }
}

/** 换用本地模板. @throws forbidden, wrongTemplate */
export async function uploadDocumentTemplate(
  { db }: PartnerNeeds,
  { me, scope, params, file, remember }: HandlerRequest<typeof partnerEndpoints.uploadDocumentTemplate>,
): Promise<TemplateView> {
  demandRegion(policy.operations.uploadDocumentTemplate, me)
  if (!file) throw wrongTemplate([{ field: 'file', message: '请选择一个 Word 文档（.docx）。' }])
  const { kind } = params
  checkTemplate(kind, file.bytes)
  const id = newId()
  const answer = { kind, isOwn: true, uploadedAt: new Date(Date.now() + db.shift()).toISOString() }
  await db.commit(scope, [
    templateStatement(me, id, kind, file.bytes),
    auditStatement(me, {
      action: 'uploadDocumentTemplate',
      subjectKind: 'documentTemplate',
      subjectId: id,
      facts: { kind },
    }),
    remember(answer),
  ])
  return answer
}
