import type { Deps } from '../../kernel/deps.ts'
import type { Storage } from '../../kernel/uploads/storage.ts'

export type VisitNeeds = Deps & { readonly storage: Storage }
