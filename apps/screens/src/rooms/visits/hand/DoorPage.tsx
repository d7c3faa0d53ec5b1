import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button, ButtonLink, Empty, Loading, Page } from '../../../kit/hand/index.ts'
import { standingOf, twiceOf } from '../../../kit/offline/doors.ts'
import type { PageProps } from '../../../kit/route.ts'
import { householdCard } from '../../people/hand/addresses.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'
import { consent, type door, walk } from './addresses.ts'
import { Recorded } from './Recorded.tsx'
import { TwoVersions } from './TwoVersions.tsx'
import { useKept } from './useKept.ts'
import { VisitForm } from './VisitForm.tsx'

/** One door: what is to be asked there, or what was written down. */
export default function DoorPage({ params }: PageProps<typeof door>) {
  const { t } = useLingui()
  usePlaceName()
  const kept = useKept(params.campaign)
  const [mode, setMode] = useState<'correct' | 'again'>()
  const area = kept?.area
  const here = area?.doors.find(({ id }) => id === params.household)
  const back = { href: walk.url({ campaign: params.campaign }), label: <Trans>回到名单</Trans> }
  if (!area || !here)
    return (
      <Page title={t`走访`} back={back}>
        {kept ? <Empty title={<Trans>手机上没有这一户，请回到名单取最新的</Trans>} /> : <Loading />}
      </Page>
    )
  const standing = standingOf(here)
  const last = here.heads.at(-1)
  return (
    <Page title={here.room} back={back} lead={here.areaName}>
      {!here.isCompany && (
        <div className="row">
          <ButtonLink look="quiet" href={householdCard.url({ id: here.id })}>
            <Trans>打开住户卡</Trans>
          </ButtonLink>
          {(area.consentKinds ?? []).length > 0 && (
            <ButtonLink look="quiet" href={consent.url(params)}>
              <Trans>当面征求同意</Trans>
            </ButtonLink>
          )}
        </div>
      )}
      {standing === 'conflict' ? (
        <TwoVersions area={area} door={here} heads={twiceOf(here)} />
      ) : standing === 'done' && last && mode === undefined ? (
        <>
          <Recorded head={last} forms={area.forms} />
          <Button look="second" wide onPress={() => setMode('correct')}>
            <Trans>改这份记录</Trans>
          </Button>
          <Button look="second" wide onPress={() => setMode('again')}>
            <Trans>再走访一次</Trans>
          </Button>
        </>
      ) : (
        <VisitForm area={area} door={here} corrects={mode === 'correct' ? last : undefined} />
      )}
    </Page>
  )
}
