import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Empty, Loading, Page } from '../../../kit/hand/index.ts'
import type { Door, KeptArea } from '../../../kit/offline/kept.ts'
import type { PageProps } from '../../../kit/route.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'
import { type consent, door } from './addresses.ts'
import type { Asking, Pressed } from './asking.ts'
import { ConsentAsked } from './ConsentAsked.tsx'
import { ConsentNoted } from './ConsentNoted.tsx'
import { ConsentRead } from './ConsentRead.tsx'
import { useKept } from './useKept.ts'

/** 当面征求同意: the phone is handed over; who lives there reads and presses. What was not agreed to is not asked any further. */
export default function ConsentPage({ params }: PageProps<typeof consent>) {
  const { t } = useLingui()
  usePlaceName()
  const area = useKept(params.campaign)
  const here = area?.area?.doors.find(({ id }) => id === params.household)
  if (!area?.area || !here || here.isCompany)
    return (
      <Page title={t`当面征求同意`} back={{ href: door.url(params), label: <Trans>回到这一户</Trans> }}>
        {area ? <Empty title={<Trans>手机上没有这一户，请回到名单取最新的</Trans>} /> : <Loading />}
      </Page>
    )
  return <Asks area={area.area} here={here} />
}

type AsksProps = { readonly area: KeptArea; readonly here: Door }

function Asks({ area, here }: AsksProps) {
  const { t } = useLingui()
  const [asking, setAsking] = useState<Asking>()
  const [failure, setFailure] = useState<Error>()
  const [isRead, setRead] = useState(false)
  const [pressed, setPressed] = useState<Pressed>()
  const back = {
    href: door.url({ campaign: area.id, household: here.id }),
    label: <Trans>回到这一户</Trans>,
  }
  if (asking && isRead)
    return (
      <Page title={t`请您自己看、自己按`}>
        <ConsentRead
          area={area}
          door={here}
          asking={asking}
          onPressed={(done) => {
            setFailure(undefined)
            setPressed(done)
            setRead(false)
          }}
          onRefused={(error) => {
            setFailure(error)
            setRead(false)
          }}
        />
      </Page>
    )
  return (
    <Page title={t`当面征求同意`} lead={`${here.areaName} ${here.room}`} back={back}>
      {pressed ? (
        <ConsentNoted door={here} pressed={pressed} back={back.href} />
      ) : (
        <ConsentAsked
          area={area}
          before={asking}
          failure={failure}
          onReady={(next) => {
            setAsking(next)
            setRead(true)
          }}
        />
      )}
    </Page>
  )
}
