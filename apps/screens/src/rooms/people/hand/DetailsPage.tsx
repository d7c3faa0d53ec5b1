import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import {
  Button,
  ErrorSummary,
  Facts,
  Figure,
  Notice,
  Page,
  QueryView,
  TextField,
} from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaChoice } from '../../places/hand/AreaChoice.tsx'
import type { PickedPlace } from '../../places/hand/pickedPlace.ts'
import { useMe } from '../queries.ts'
import { SignedIn } from './SignedIn.tsx'

/** Name and address: known once, never asked again when an order is placed. */
export default function DetailsPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`我的姓名和住址`}
      back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}
      lead={<Trans>填好以后，求助时不用再填一遍。</Trans>}
    >
      <SignedIn>{() => <Details />}</SignedIn>
    </Page>
  )
}

function Details() {
  const query = useMe()
  return <QueryView query={query}>{(me) => <DetailsForm me={me} onSaved={query.retry} />}</QueryView>
}

type FormProps = { readonly me: Answer<'getMe'>; readonly onSaved: () => Promise<void> }

function DetailsForm({ me, onSaved }: FormProps) {
  const { t } = useLingui()
  const [name, setName] = useState(me.name)
  const [place, setPlace] = useState<PickedPlace | null>(
    me.path === null ? null : { path: me.path, name: me.areaName ?? me.path },
  )
  const [saved, setSaved] = useState(false)
  const changing = useCommand('changeMe')
  const errors = name.trim() === '' ? [{ field: 'name', message: t`请填怎么称呼您` }] : []
  const [checked, setChecked] = useState(false)
  const shown = checked ? errors : []

  async function save(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    setSaved(false)
    if (errors.length > 0) return
    const answer = await changing.send({
      body: { name: name.trim(), ...(place ? { path: place.path } : {}) },
    })
    if (!answer) return
    setSaved(true)
    await onSaved()
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary errors={shown} failure={changing.failure} />
      <TextField
        field="name"
        label={<Trans>怎么称呼您</Trans>}
        autoComplete="name"
        maxLength={40}
        value={name}
        onChange={setName}
        error={errorOf(shown, 'name')}
      />
      <Facts
        facts={[
          [
            <Trans key="phone">手机号</Trans>,
            me.phone ? <Figure>{me.phone}</Figure> : <Trans>没有登记</Trans>,
          ],
          ...(me.room ? [[<Trans key="room">房号</Trans>, me.room] as const] : []),
        ]}
      />
      <AreaChoice field="path" label={<Trans>住在哪里</Trans>} value={place} onChange={setPlace} />
      {saved && <Notice tone="good" title={<Trans>已经保存</Trans>} />}
      <Button type="submit" wide busy={changing.sending} busyWord={t`正在保存…`}>
        <Trans>保存</Trans>
      </Button>
    </form>
  )
}
