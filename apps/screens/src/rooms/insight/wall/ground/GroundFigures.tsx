import { Trans, useLingui } from '@lingui/react/macro'
import type { GroundPart } from '@linli/contract/insight/coverage'
import type { ReactNode } from 'react'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { Main } from '../Main.tsx'
import { counted } from '../numbers.ts'
import {
  careShare,
  dutyShare,
  ofAll,
  pairShare,
  percent,
  reachShare,
  type Share,
  visitShare,
} from './shares.ts'
import type { Coverage } from './useGround.ts'

/** The six figures of the ground, and below each what it counts and as of when. */
export function GroundFigures({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useLingui()
  const { ground, counted: when } = coverage
  const { homes, care, reach } = ground
  const unplaced = reach.grids - reach.placed
  return (
    <section className="wall-ground-figures" aria-label={t`主要数字`}>
      <div className="wall-figures">
        <Main label={<Trans>登记住户</Trans>} value={counted(homes)}>
          <Trans>{counted(reach.grids)} 个网格</Trans>
        </Main>
        <Part label={<Trans>有人联系</Trans>} share={pairShare(ground)} none={<Trans>没有定联系户</Trans>} />
        <Part label={<Trans>走访见到</Trans>} share={visitShare(ground)} none={<Trans>现在没有走访</Trans>} />
        <Part label={<Trans>今天值班</Trans>} share={dutyShare(ground)} none={<Trans>今天没有排班</Trans>} />
        <Part
          label={<Trans>关爱没误</Trans>}
          share={careShare(ground)}
          none={<Trans>不足 3 人，不显示</Trans>}
        >
          {care && <Trans>一天联系 {counted(care.lastDay)} 次</Trans>}
        </Part>
        <Part label={<Trans>走得到</Trans>} share={reachShare(ground)} none={<Trans>网格还没有标位置</Trans>}>
          {unplaced > 0 && <Trans>{counted(unplaced)} 个网格没标位置</Trans>}
        </Part>
      </div>
      <ol className="wall-ground-what">
        <What part="homes" when={when}>
          <Trans>登记册里的住户</Trans>
        </What>
        <What part="pairs" when={when}>
          <Trans>有联系人的住户</Trans>
        </What>
        <What part="visits" when={when}>
          <Trans>正在走访的，上次去见到了人</Trans>
        </What>
        <What part="duties" when={when}>
          <Trans>今天的班，排上的和要的</Trans>
        </What>
        <What part="care" when={when}>
          <Trans>约好的联系，没有过时的</Trans>
        </What>
        <What part="reach" when={when}>
          <Trans>网格里走得到的服务</Trans>
        </What>
      </ol>
    </section>
  )
}

type PartProps = {
  readonly label: ReactNode
  readonly share: Share
  /** Why there is none. */
  readonly none: ReactNode
  /** Said in place of how many of how many. */
  readonly children?: ReactNode
}

function Part({ label, share, none, children }: PartProps) {
  if (!share)
    return (
      <Main label={label} value="—" tone="none">
        {none}
      </Main>
    )
  return (
    <Main label={label} value={String(percent(share))} unit="%">
      {children || ofAll(share)}
    </Main>
  )
}

type WhatProps = {
  readonly part: GroundPart
  readonly when: Coverage['counted']
  readonly children: ReactNode
}

/** What a figure counts, and as of when. */
function What({ part, when, children }: WhatProps) {
  const say = useSay()
  const at = when.find(({ what }) => what === part)?.at
  const moment = at ? say(momentWords(at)) : undefined
  return (
    <li>
      <span>{children}</span>
      <strong className="wall-ground-when">
        {moment ? <Trans>{moment} 数的</Trans> : <Trans>还没数</Trans>}
      </strong>
    </li>
  )
}
