/** A change of one place in the sources: `find` stands there exactly once. */
export type Edit = { readonly file: string; readonly find: string; readonly replace: string }

/** A mistake as somebody tired might make it, and what must turn red when it is made. */
export type Flaw = {
  readonly name: string
  /** How it comes about, and what follows from it. */
  readonly why: string
  readonly edits: readonly Edit[]
  readonly caughtBy: Catcher
}

/**
 * Test files of which at least one test must fail, or the rule of the linter that must object. `only`: words of the names of
 * the tests that see it, where a file holds one for each operation.
 */
export type Catcher =
  | { readonly tests: readonly string[]; readonly only?: string }
  | { readonly lint: string }

/** Paths below the root. */
const SERVER = 'apps/server/src'
export const inKernel = (path: string): string => `${SERVER}/kernel/${path}`
export const inRooms = (path: string): string => `${SERVER}/rooms/${path}`

/** The text with the flaw in it. @throws when the place is not there exactly once: the list has fallen behind the sources */
export function withEdit(text: string, { file, find, replace }: Edit): string {
  const times = text.split(find).length - 1
  if (times !== 1) throw new Error(`${file} holds ${times} times: ${find}`)
  return text.replace(find, () => replace)
}
