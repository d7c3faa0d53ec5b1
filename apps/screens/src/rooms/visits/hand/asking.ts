import type { TagKind } from '@linli/contract/cards/words'

/** What is asked of whom: written by whoever calls, read by the person it is about. */
export type Asking = {
  readonly name: string
  readonly kind: TagKind
  readonly why: string
  readonly until: string
}
/** What was pressed; its id is the consent's. */
export type Pressed = Asking & { readonly id: string; readonly given: boolean }
