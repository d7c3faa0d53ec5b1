import { KINDS } from '@linli/contract'
import type { RuleRow } from '@linli/contract/places/ruleEndpoints'
import { SETTING_NAMES } from '@linli/contract/places/ruleRows'
import type { RuleWords } from './useRuleWords.ts'

/** What a row is called: its own name, or what it is for. */
export const rowName = (
  words: RuleWords,
  { kind, key, row }: Pick<RuleRow, 'kind' | 'key' | 'row'>,
): string => {
  if (kind === 'setting')
    return Object.entries(SETTING_NAMES)
      .flatMap(([one, name]) => (one === key ? [words.say(name)] : []))
      .join('')
  const name = row?.['name']
  if (typeof name === 'object' && name !== null && 'zh' in name)
    return words.say({ zh: String(name.zh), en: String(Reflect.get(name, 'en')) })
  if (kind === 'alert') return words.valueWords(kind, 'urgency', {}, key)
  if (kind === 'label') {
    const code = key.replace('kind.', '')
    return code in KINDS ? words.valueWords('item', 'kind', {}, code) : key
  }
  if (kind === 'clock' && row) {
    const item = row['item'] === null ? [] : [words.valueWords(kind, 'item', {}, row['item'])]
    return [
      words.valueWords(kind, 'clock', {}, row['clock']),
      words.valueWords(kind, 'urgency', {}, row['urgency']),
      ...item,
    ].join(' · ')
  }
  if (kind === 'wave') return key.replace('wave', '')
  return key
}
