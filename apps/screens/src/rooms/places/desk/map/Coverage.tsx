import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import { Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import { toneOf } from '../../../../kit/map/paint.ts'
import { reached } from '../../../visits/desk/reached.ts'
import { chinaDay } from '../offices/chinaDay.ts'
import { CLASSES, classOf, type Walked } from './coverage.ts'

/** By grid, how far a campaign is; undefined while none was chosen, or it is on its way. */
export function useWalked(campaign: string | undefined) {
  const read = useRead('campaignProgress', campaign ? { params: { id: campaign } } : undefined, ['visits.'])
  const grids = read.data?.grids
  const walked = useMemo(
    () =>
      grids &&
      new Map<string, Walked>(
        grids.map((grid) => [grid.path, { households: grid.households, reached: reached(grid) }]),
      ),
    [grids],
  )
  return { read, walked }
}

type CoverageProps = {
  readonly campaign: string | undefined
  readonly onPick: (campaign: string | undefined) => void
  readonly found: ReturnType<typeof useWalked>
}

/** Which running campaign the map shows, and what its tones mean: shares of households by grid, and nobody's name. */
export function Coverage({ campaign, onPick, found: { read, walked } }: CoverageProps) {
  const { t } = useLingui()
  const list = useRead('listCampaigns', { query: {} }, ['visits.'])
  const today = chinaDay(Date.now())
  const running = (list.data?.items ?? []).filter(
    ({ from, to, targets }) => targets !== 'companies' && from <= today && today <= to,
  )
  if (running.length === 0 && campaign === undefined) return null
  return (
    <Panel title={<Trans>走访到哪里了</Trans>}>
      <SelectField
        field="campaign"
        label={<Trans>在地图上看哪一次走访</Trans>}
        hint={<Trans>只列正在进行的。按网格算户数，不看是谁走的。</Trans>}
        placeholder={t`不看走访`}
        clearable
        optional
        value={campaign}
        options={running.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onPick}
      />
      {campaign && (
        <ReadView read={read}>{() => walked && <Legend walked={[...walked.values()]} />}</ReadView>
      )}
    </Panel>
  )
}

function Legend({ walked }: { readonly walked: readonly Walked[] }) {
  const words = useClassWords()
  const sum = (each: (one: Walked) => number) => walked.reduce((total, one) => total + each(one), 0)
  const [whole, done] = [sum(({ households }) => households), sum((one) => one.reached)]
  return (
    <>
      <p>
        <Trans>
          {whole} 户，走到 {done} 户
        </Trans>
      </p>
      <ul className="coverage-legend">
        {CLASSES.map((least, number) => {
          const grids = walked.filter((one) => classOf(one) === number).length
          return (
            <li key={least}>
              <span className="coverage-tone" style={{ background: toneOf(number) }} aria-hidden="true" />
              <Trans>
                {words(number)}：{grids} 个网格
              </Trans>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function useClassWords(): (number: number) => string {
  const { t } = useLingui()
  return (number) => {
    const least = CLASSES[number] ?? 0
    if (least === 0) return t`还没开始`
    if (least === 100) return t`全部走到`
    const most = (CLASSES[number + 1] ?? 101) - 1
    return t`走到 ${least}%–${most}%`
  }
}
