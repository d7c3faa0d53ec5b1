import { useLingui } from '@lingui/react/macro'
import { ADDRESS_REASONS, SURENESS } from '@linli/contract/places/addressWords'
import type { AddressHit } from '@linli/contract/places/shapes'
import { Select } from 'antd'
import { useState } from 'react'
import type { ControlProps } from '../../../../kit/desk/DeskField.tsx'
import { useRead } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useRested } from '../../../../kit/useRested.ts'

/** An area as it was picked: its path, and the room where one was found. */
export type PickedArea = { readonly path: string; readonly text: string; readonly room: string | null }

export type AreaSelectProps = {
  readonly control: ControlProps
  readonly path: string | undefined
  readonly onPick: (area: PickedArea | undefined) => void
  /** A button to empty it again; it is one more stop for the Tab key. */
  readonly clearable?: boolean
}

/** An address with how sure it is, and why not surer; what is sure speaks for itself. */
function useSaid(): (hit: AddressHit) => string {
  const say = useSay()
  return ({ text, sureness, reasons }) => {
    if (reasons.length === 0) return text
    const why = reasons.map((reason) => say(ADDRESS_REASONS[reason])).join(' · ')
    return `${text}（${sureness === 'sure' ? '' : `${say(SURENESS[sureness])} · `}${why}）`
  }
}

/** Any area of the tree, found by typing its name; the chosen one is said in full. */
export function AreaSelect({ control, path, onPick, clearable = false }: AreaSelectProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const words = useRested(typed.trim())
  const found = useRead('searchAddresses', words === '' ? undefined : { query: { q: words } })
  const upper = useRead('listAreas', words === '' ? { query: {} } : undefined)
  const chosen = useRead('getArea', path === undefined ? undefined : { query: { path } })
  const said = useSaid()
  const hits: readonly PickedArea[] =
    words === ''
      ? (upper.data?.items.map(({ path, fullName }) => ({ path, text: fullName, room: null })) ?? [])
      : (found.data?.items.map((hit) => ({ ...hit, text: said(hit) })) ?? [])
  const keyed = hits.map((hit) => ({ value: `${hit.path} ${hit.room ?? ''}`, label: hit.text, hit }))
  const shown = path === undefined ? null : { value: `${path} `, label: chosen.data?.fullName ?? path }
  const nothing = found.error ? found.error.message : found.isFetching ? t`正在找…` : t`没有找到，换个说法`
  return (
    <Select<{ value: string; label: string }>
      {...control}
      className="wide-control"
      labelInValue
      allowClear={clearable}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t`写小区、楼栋的名字来找`}
      notFoundContent={nothing}
      value={shown}
      onChange={(option) => {
        onPick(keyed.find(({ value }) => value === option?.value)?.hit)
        setTyped('')
      }}
      options={keyed.map(({ value, label }) => ({ value, label }))}
    />
  )
}
