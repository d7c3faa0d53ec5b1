/** A text in the two languages of the house; Chinese is the original. */
export type Words = { readonly zh: string; readonly en: string }

/** A closed list of codes with their words: the codes are what the database and the API speak. */
export type Vocabulary<Code extends string> = { readonly [code in Code]: Words }

/** The codes of a vocabulary in their written order. */
export function codesOf<Code extends string>(vocabulary: Vocabulary<Code>): Code[] {
  return Object.keys(vocabulary) as Code[] // Object.keys forgets the key type
}
