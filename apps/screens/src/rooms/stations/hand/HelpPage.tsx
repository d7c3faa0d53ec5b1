import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { newKey } from '../../../kit/api.ts'
import {
  Button,
  ButtonLink,
  Card,
  ErrorState,
  ErrorSummary,
  Loading,
  Page,
  type Photo,
  QueryView,
  TextField,
} from '../../../kit/hand/index.ts'
import type { Voice } from '../../../kit/hand/VoiceField.tsx'
import type { PageProps } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { keep } from '../../../kit/storage.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/hand/Fills.tsx'
import { sentIds } from '../../orders/hand/photoList.ts'
import { detailOf } from '../../orders/hand/place/draft.ts'
import { TellFields, useTellingErrors } from '../../orders/hand/place/TellFields.tsx'
import { SCANNED } from '../../places/hand/scanned.ts'
import { useStation } from '../queries.ts'
import { guest as guestPage, type help, station as stationPage } from './addresses.ts'
import { GuestPhone } from './GuestPhone.tsx'
import { enter, type Guest, isNobody, isResident, secretHere, useGuest } from './useGuest.ts'

/** 在这里求助: for whoever stands at a station, with or without an account. The station is the place. */
export default function HelpPage({ params }: PageProps<typeof help>) {
  const { t } = useLingui()
  const station = useStation(params.slug)
  return (
    <Page
      title={t`在这里求助`}
      back={{ href: stationPage.url({ slug: params.slug }), label: station.data?.name ?? t`驿站` }}
      lead={<Trans>说一句就行，写字、说话、拍照都可以。</Trans>}
    >
      <QueryView query={station}>{({ name }) => <Door slug={params.slug} name={name} />}</QueryView>
    </Page>
  )
}

function Door({ slug, name }: { readonly slug: string; readonly name: string }) {
  const guest = useGuest()
  const { data, error } = guest
  if (data?.station.slug === slug) return <Ask guest={data} onChanged={() => void guest.retry()} />
  if (isResident(error)) return <AsResident slug={slug} />
  if (data || isNobody(error)) return <Enter slug={slug} name={name} />
  return error ? <ErrorState error={error} onRetry={() => void guest.retry()} /> : <Loading />
}

/** Nothing is asked of anybody: one press, and the secret of the way back stands in the address. */
function Enter({ slug, name }: { readonly slug: string; readonly name: string }) {
  const { t } = useLingui()
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  async function begin() {
    setBusy(true)
    setFailure(undefined)
    try {
      const secret = await enter(slug)
      if (secret) globalThis.history.replaceState(null, '', `#${secret}`)
      globalThis.location.reload() // everything is read anew, as this guest
      return
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }
  return (
    <Card title={<Trans>您在{name}</Trans>}>
      <p>
        <Trans>不用登录，也不用留姓名电话。我们只知道您在这个驿站；办完九十天后，您写的内容会删掉。</Trans>
      </p>
      <ErrorSummary failure={failure} />
      <Button wide busy={busy} busyWord={t`正在打开…`} onPress={() => void begin()}>
        <Trans>开始求助</Trans>
      </Button>
    </Card>
  )
}

/** Whoever has an account asks by the ordinary way, with this place filled in. */
function AsResident({ slug }: { readonly slug: string }) {
  const [, go] = useLocation()
  const { data } = useStation(slug)
  return (
    <Card>
      <p>
        <Trans>您已经登录，直接点单就行，地点已经替您填好。</Trans>
      </p>
      <Button
        wide
        onPress={() => {
          if (data) keep(SCANNED, { path: data.path, name: data.name })
          go(hand.placeOrder.url())
        }}
      >
        <Trans>去点单</Trans>
      </Button>
    </Card>
  )
}

function Ask({ guest, onChanged }: { readonly guest: Guest; readonly onChanged: () => void }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [id] = useState(newKey)
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [voice, setVoice] = useState<Voice>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('placeOrder')
  const detail = detailOf({ text, voice: voice?.id ?? null, photos: sentIds(photos) })
  const telling = { text, setText, photos, setPhotos, voice, setVoice }
  const errors = useTellingErrors(telling, detail)
  const shown = tried ? errors : []

  async function place(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (errors.length > 0) return
    const called = name.trim()
    const answer = await send({
      body: {
        id,
        channel: 'guest',
        kind: 'help',
        detail,
        path: guest.station.path,
        address: `${guest.station.name}，${guest.station.address}`.slice(0, 120),
        ...(called ? { contactName: called } : {}),
        ...(photos.length > 0 ? { photos: sentIds(photos) } : {}),
        ...(voice?.id ? { voice: voice.id } : {}),
      },
    })
    const secret = secretHere()
    if (answer) go(`${guestPage.url()}${secret ? `#${secret}` : ''}`, { replace: true })
  }

  return (
    <>
      <form className="stack" noValidate onSubmit={(event) => void place(event)}>
        <ErrorSummary errors={shown} failure={failure} />
        <TellFields telling={telling} label={<Trans>要帮什么忙</Trans>} errors={shown} />
        <TextField
          field="name"
          label={<Trans>怎么称呼您</Trans>}
          optional
          maxLength={40}
          value={name}
          onChange={setName}
        />
        <Fills operation="placeOrder" ledger="orders" />
        <Button type="submit" wide busy={sending} busyWord={t`正在发送…`}>
          <Trans>发给驿站</Trans>
        </Button>
      </form>
      <GuestPhone guest={guest} onChanged={onChanged} />
      <ButtonLink href={guestPage.url()} look="second" wide>
        <Trans>看我求助过的事</Trans>
      </ButtonLink>
    </>
  )
}
