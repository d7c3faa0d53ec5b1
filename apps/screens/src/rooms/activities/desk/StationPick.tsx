import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useState } from 'react'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import type { ActivityDraft } from './draft.ts'

type StationPickProps = {
  readonly draft: ActivityDraft
  readonly error: string | undefined
  readonly set: (some: Partial<ActivityDraft>) => void
}

/** The stations of the community and their rooms: choosing one fills in the place. What is written there already stays until then. */
export function StationPick({ draft, error, set }: StationPickProps) {
  const { t } = useLingui()
  const { path, stationSlug: slug, roomId } = draft
  const [hasPicked, setHasPicked] = useState(false)
  const list = useRead('listStations', path ? { query: { area: path } } : undefined)
  const station = useRead('getStation', slug ? { params: { slug } } : undefined)
  const found = slug ? station.data : undefined
  const rooms = found?.bookables.filter(({ kind }) => kind === 'room') ?? []
  const room = rooms.find(({ id }) => id === roomId)
  const stationId = found?.id
  const place = found && [found.name, room?.name, found.address].filter(Boolean).join(' ')
  // The station may stand outside the community whose activity it is.
  const named = [...(list.data?.items ?? []), ...(found ? [found] : [])]
  const options = [...new Map(named.map((one) => [one.slug, { value: one.slug, label: one.name }])).values()]

  // Only its own page knows a station's id: the place is filled in when that has come.
  const fill = useEffectEvent((id: string, where: string) => set({ stationId: id, place: where }))
  useEffect(() => {
    if (hasPicked && stationId && place) fill(stationId, place)
  }, [hasPicked, stationId, place])

  if (options.length === 0) return null
  const pick = (some: Partial<ActivityDraft>) => {
    setHasPicked(true)
    set(some)
  }
  return (
    <>
      <SelectField
        field="station"
        optional
        label={<Trans>在哪个驿站办</Trans>}
        hint={<Trans>选了就填好地点；不在驿站办就空着。</Trans>}
        options={options}
        value={slug}
        onChange={(next) => pick({ stationSlug: next, stationId: undefined, roomId: undefined })}
      />
      {rooms.length > 0 && (
        <SelectField
          field="roomId"
          optional
          label={<Trans>哪间屋</Trans>}
          hint={
            <Trans>
              选了就替活动占好，每一场都占。改了时间或换了屋，占的跟着改；清空或取消活动，屋子就让出来。
            </Trans>
          }
          error={error}
          placeholder={t`不定`}
          options={rooms.map(({ id, name }) => ({ value: id, label: name }))}
          value={roomId}
          onChange={(next) => pick({ roomId: next })}
        />
      )}
    </>
  )
}
