import { codesOf, type Vocabulary, type Words } from '@linli/contract'
import type { Option } from './fields.tsx'

/** A vocabulary of the contract as the options of a field, in its written order. */
export function optionsOf<Code extends string>(
  vocabulary: Vocabulary<Code>,
  say: (words: Words) => string,
): Option[] {
  return codesOf(vocabulary).map((code) => ({ value: code, label: say(vocabulary[code]) }))
}
