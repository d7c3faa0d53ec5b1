import { useLingui } from '@lingui/react/macro'
import type { Words } from '@linli/contract'
import type { Option } from '../../../../kit/desk/fields.tsx'
import { useRead } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { type FormSchema, filled, type Row } from './ruleDraft.ts'
import { fieldOf, type Named } from './ruleFields.ts'

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

/** The rows of the place that fields name, and how values are read out. */
export function useRuleWords() {
  const { t } = useLingui()
  const say = useSay()
  const place = useRead('getPlace', {})
  const units = useRead('listUnits', {}, ['places.'])
  const named = (rows: readonly { readonly key: string; readonly name: Words }[] | undefined): Option[] =>
    (rows ?? []).map(({ key, name }) => ({ value: key, label: say(name) }))
  const rows: { readonly [of in Named]: Option[] } = {
    lists: named(place.data?.lists),
    items: named(place.data?.items),
    skills: named(place.data?.skills),
    levels: named(place.data?.levels),
    units: named(units.data?.items),
    deeds: [
      ...named(place.data?.lists),
      ...named(place.data?.items),
      { value: 'activityHelp', label: t`在活动上帮忙` },
      { value: 'merchantService', label: t`商户的服务` },
    ],
  }
  const optionsOf = (under: string, part: string): Option[] => {
    const { of } = fieldOf(under, part, undefined)
    if (of === undefined) return []
    return typeof of === 'string'
      ? rows[of]
      : Object.entries(of).map(([value, words]) => ({ value, label: say(words) }))
  }
  const chosen = (under: string, part: string, value: unknown): string =>
    optionsOf(under, part).find((option) => option.value === value)?.label ?? String(value)
  /** A part of a row in words. */
  const valueWords = (under: string, part: string, schema: FormSchema, value: unknown): string => {
    const one = filled(schema)
    if (value === null || value === undefined) return one.type === 'boolean' ? t`否` : t`没有`
    if (one.type === 'boolean') return value ? t`是` : t`否`
    if (isWords(value)) return say(value)
    if (Array.isArray(value))
      return value.length === 0
        ? t`没有`
        : value.map((entry) => (one.items?.enum ? chosen(under, part, entry) : String(entry))).join('、')
    if (one.properties) return partsWords(part, one, value as Row) // an object's schema describes an object
    return chosen(under, part, value)
  }
  const partsWords = (under: string, schema: FormSchema, row: Row): string =>
    Object.entries(schema.properties ?? {})
      .map(([part, one]) => valueWords(under, part, one, row[part]))
      .join(' ')
  return {
    say,
    optionsOf,
    valueWords,
    labelOf: (under: string, part: string, title?: string) => say(fieldOf(under, part, title)),
  }
}
export type RuleWords = ReturnType<typeof useRuleWords>
