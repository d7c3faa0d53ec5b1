import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useState } from 'react'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import type { ActivityDraft } from './draft.ts'

type StationPickProps = {
  readonly path: string | undefined
  readonly roomId: string | undefined
  readonly error: string | undefined
  readonly set: (some: Partial<ActivityDraft>) => void
}

/** The stations of the community and their rooms: choosing one fills in the place. */
export function StationPick({ path, roomId, error, set }: StationPickProps) {
  const { t } = useLingui()
  const [slug, setSlug] = useState<string>()
  const list = useRead('listStations', path ? { query: { area: path } } : undefined)
  const station = useRead('getStation', slug ? { params: { slug } } : undefined)
  const found = slug ? station.data : undefined
  const rooms = found?.bookables.filter(({ kind }) => kind === 'room') ?? []
  const room = rooms.find(({ id }) => id === roomId)
  const stationId = found?.id
  const place = found && [found.name, room?.name, found.address].filter(Boolean).join(' ')

  // Only its own page knows a station's id: the place is filled in when that has come.
  const fill = useEffectEvent((id: string, where: string) => set({ stationId: id, place: where }))
  useEffect(() => {
    if (stationId && place) fill(stationId, place)
  }, [stationId, place])

  if (!list.data || list.data.items.length === 0) return null
  return (
    <>
      <SelectField
        field="station"
        optional
        label={<Trans>在哪个驿站办</Trans>}
        hint={<Trans>选了就填好地点；不在驿站办就空着。</Trans>}
        options={list.data.items.map((one) => ({ value: one.slug, label: one.name }))}
        value={slug}
        onChange={(next) => {
          setSlug(next)
          set(next === undefined ? { stationId: undefined, roomId: undefined } : { roomId: undefined })
        }}
      />
      {rooms.length > 0 && (
        <SelectField
          field="room"
          optional
          label={<Trans>哪间屋</Trans>}
          hint={<Trans>选了就替活动占好，每一场都占；取消活动，屋子就让出来。</Trans>}
          error={error}
          placeholder={t`不定`}
          options={rooms.map(({ id, name }) => ({ value: id, label: name }))}
          value={roomId}
          onChange={(next) => set({ roomId: next })}
        />
      )}
    </>
  )
}
