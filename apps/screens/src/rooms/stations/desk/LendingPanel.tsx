import { Trans, useLingui } from '@lingui/react/macro'
import type { LendableView } from '@linli/contract/stations/queueShapes'
import type { StationView } from '@linli/contract/stations/shapes'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type LendingPanelProps = { readonly station: StationView; readonly mayChange: boolean }

/** 借用: what is on the shelf, what is out until when. Nobody is named, and being late has no consequence. */
export function LendingPanel({ station, mayChange }: LendingPanelProps) {
  const { t } = useLingui()
  const say = useSay()
  const read = useRead('getLending', { params: { id: station.id } }, ['stations.'])
  const [open, setOpen] = useState<'add' | LendableView>()
  const [done, setDone] = useState<ReactNode>()
  const back = useCommand('takeBack')
  const closing = useCommand('closeLendable')
  const finish = (words: ReactNode) => {
    setOpen(undefined)
    setDone(words)
    void read.refetch()
  }
  async function takeBack(id: string) {
    if (await back.send({ params: { id } })) setDone(<Trans>已收回。</Trans>)
    void read.refetch()
  }
  async function end(id: string) {
    if (await closing.send({ params: { id } })) setDone(<Trans>不再出借；借出去的还照样收。</Trans>)
    void read.refetch()
  }
  return (
    <Panel title={<Trans>借用</Trans>}>
      <ErrorSummary failure={back.failure ?? closing.failure} />
      <Saved>{done}</Saved>
      <Fills operation="takeBack" />
      {mayChange && (
        <Button onClick={() => setOpen('add')}>
          <Trans>添加可借的东西</Trans>
        </Button>
      )}
      <ReadView read={read}>
        {({ things, out }) => (
          <>
            <ul className="plain-list">
              {things.map((thing) => (
                <li key={thing.id}>
                  <strong>{thing.name}</strong>{' '}
                  <Trans>
                    在架 {thing.free} 件，共 {thing.pieces} 件，借 {thing.days} 天
                  </Trans>{' '}
                  {thing.free > 0 && (
                    <Button onClick={() => setOpen(thing)} aria-label={t`借出${thing.name}`}>
                      <Trans>借出</Trans>
                    </Button>
                  )}{' '}
                  {mayChange && (
                    <Button onClick={() => void end(thing.id)} aria-label={t`停止出借${thing.name}`}>
                      <Trans>停止出借</Trans>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {out.length > 0 && (
              <ul className="plain-list">
                {out.map(({ id, name, tag, dueAt }) => (
                  <li key={id}>
                    {name} {tag !== null && <Trans>牌号 {tag}</Trans>}{' '}
                    <Trans>{say(momentWords(dueAt))} 前还</Trans>{' '}
                    <Button onClick={() => void takeBack(id)} aria-label={t`收回${name} ${tag ?? ''}`}>
                      <Trans>收回</Trans>
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </ReadView>
      {open === 'add' && (
        <AddDialog
          stationId={station.id}
          onClose={() => setOpen(undefined)}
          onAdded={() => finish(<Trans>已添加。</Trans>)}
        />
      )}
      {open !== undefined && open !== 'add' && (
        <LendDialog
          thing={open}
          onClose={() => setOpen(undefined)}
          onLent={(isReminded) =>
            finish(
              isReminded ? <Trans>已借出，到期前会提醒。</Trans> : <Trans>已借出，没有记是谁借的。</Trans>,
            )
          }
        />
      )}
    </Panel>
  )
}

type AddDialogProps = {
  readonly stationId: string
  readonly onClose: () => void
  readonly onAdded: () => void
}

function AddDialog({ stationId, onClose, onAdded }: AddDialogProps) {
  const { t } = useLingui()
  const [id] = useState(newKey)
  const [name, setName] = useState('')
  const [pieces, setPieces] = useState('5')
  const [days, setDays] = useState('3')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addLendable')
  const isIn = (text: string, most: number) =>
    /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most
  const errors = [
    ...(name.trim() === '' ? [{ field: 'name', message: t`请填借什么` }] : []),
    ...(isIn(pieces, 1000) ? [] : [{ field: 'pieces', message: t`件数请填 1 到 1000` }]),
    ...(isIn(days, 60) ? [] : [{ field: 'days', message: t`天数请填 1 到 60` }]),
  ]
  const shown = tried ? errors : []
  async function add() {
    setTried(true)
    if (errors.length > 0) return
    const body = { id, name: name.trim(), pieces: Number(pieces), days: Number(days) }
    if (await send({ params: { id: stationId }, body })) onAdded()
  }
  return (
    <FormDialog
      title={t`添加可借的东西`}
      ok={t`添加`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <InputField
        field="name"
        label={<Trans>借什么</Trans>}
        hint={<Trans>例如雨伞、充电宝、老花镜</Trans>}
        maxLength={40}
        value={name}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <InputField
        field="pieces"
        inputMode="numeric"
        label={<Trans>有几件</Trans>}
        value={pieces}
        error={errorOf(shown, 'pieces')}
        onChange={setPieces}
      />
      <InputField
        field="days"
        inputMode="numeric"
        label={<Trans>借几天</Trans>}
        value={days}
        error={errorOf(shown, 'days')}
        onChange={setDays}
      />
    </FormDialog>
  )
}

type LendDialogProps = {
  readonly thing: LendableView
  readonly onClose: () => void
  readonly onLent: (isReminded: boolean) => void
}

function LendDialog({ thing, onClose, onLent }: LendDialogProps) {
  const { t } = useLingui()
  const [id] = useState(newKey)
  const [tag, setTag] = useState('')
  const [phone, setPhone] = useState('')
  const { send, sending, failure } = useCommand('lend')
  const { name } = thing
  const digits = phone.replace(/\D/g, '')
  async function lend() {
    const body = {
      id,
      ...(tag.trim() === '' ? {} : { tag: tag.trim() }),
      ...(digits === '' ? {} : { phone: digits }),
    }
    const answer = await send({ params: { id: thing.id }, body })
    if (answer) onLent(answer.isReminded)
  }
  return (
    <FormDialog
      title={t`借出：${name}`}
      ok={t`借出`}
      failure={failure}
      busy={sending}
      onSubmit={() => void lend()}
      onClose={onClose}
    >
      <InputField
        field="tag"
        optional
        label={<Trans>借用牌号</Trans>}
        hint={<Trans>把牌子交给借的人，还的时候凭牌子对。</Trans>}
        maxLength={20}
        value={tag}
        onChange={setTag}
      />
      <InputField
        field="phone"
        optional
        type="tel"
        label={<Trans>借的人电话</Trans>}
        hint={<Trans>只用来找到登记过的居民、到期前提醒；不保存，没登记过的也能借。</Trans>}
        value={phone}
        onChange={setPhone}
      />
      <Fills operation="lend" />
    </FormDialog>
  )
}
