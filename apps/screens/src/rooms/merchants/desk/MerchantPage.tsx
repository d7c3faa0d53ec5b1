import { Trans, useLingui } from '@lingui/react/macro'
import type { MerchantView } from '@linli/contract/merchants/shapes'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { DeskPage, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { useHolds } from '../../people/desk/useHolds.ts'
import { openWords } from '../../stations/desk/openWords.ts'
import { type merchant as merchantPage, merchants } from './addresses.ts'
import { MerchantDialog } from './MerchantDialog.tsx'
import { AskedPanel, OwnChangeDialog } from './OwnChange.tsx'
import { TrustPanel } from './TrustPanel.tsx'

type Step = 'change' | 'own' | 'walk' | 'close'

/** One merchant: what is kept of it, measured ways to it, and 信得过. */
export default function MerchantPage({ params }: PageProps<typeof merchantPage>) {
  const { t } = useLingui()
  const read = useRead('getMerchant', { params: { slug: params.slug } }, ['merchants.'])
  return (
    <DeskPage
      title={read.data?.name ?? t`商户`}
      back={{ href: merchants.url(), label: <Trans>一刻钟生活圈</Trans> }}
      lead={read.data?.address}
    >
      <ReadView read={read}>
        {(merchant) => <Merchant merchant={merchant} onChanged={() => void read.refetch()} />}
      </ReadView>
    </DeskPage>
  )
}

type MerchantProps = { readonly merchant: MerchantView; readonly onChanged: () => void }

function Merchant({ merchant, onChanged }: MerchantProps) {
  const say = useSay()
  const [, go] = useLocation()
  const mayChange = useHolds('regionAdmin')
  const mayMeasure = useHolds('regionAdmin', 'gridWorker')
  const [step, setStep] = useState<Step>()
  const [done, setDone] = useState<ReactNode>()
  const close = () => setStep(undefined)
  const finish = (words: ReactNode) => {
    close()
    setDone(words)
    onChanged()
  }
  const names = merchant.serviceNames
    .filter(({ key }) => merchant.services.includes(key))
    .map(({ name }) => say(name))
  return (
    <>
      <Saved>{done}</Saved>
      <p>
        <strong>{say(openWords(merchant.open))}</strong> {names.join('、')} {merchant.phone}
      </p>
      <div className="desk-row">
        {merchant.isMine && (
          <Button onClick={() => setStep('own')}>
            <Trans>改营业时间和服务</Trans>
          </Button>
        )}
        {mayChange && (
          <Button onClick={() => setStep('change')}>
            <Trans>修改资料</Trans>
          </Button>
        )}
        {mayMeasure && (
          <Button onClick={() => setStep('walk')}>
            <Trans>填实测步行分钟</Trans>
          </Button>
        )}
        {mayChange && (
          <Button danger onClick={() => setStep('close')}>
            <Trans>撤销商户</Trans>
          </Button>
        )}
      </div>
      <AskedPanel merchant={merchant} mayAnswer={mayChange && !merchant.isMine} onDone={finish} />
      {merchant.walks.length > 0 && (
        <Panel title={<Trans>实测步行分钟</Trans>}>
          <ul className="plain-list">
            {merchant.walks.map(({ path, area, minutes }) => (
              <li key={path}>
                <Trans>
                  从{area}走过来 {minutes} 分钟
                </Trans>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <TrustPanel merchant={merchant} mayAct={mayChange} onDone={finish} />
      {step === 'change' && (
        <MerchantDialog merchant={merchant} onClose={close} onSaved={() => finish(<Trans>已保存。</Trans>)} />
      )}
      {step === 'own' && (
        <OwnChangeDialog
          merchant={merchant}
          onClose={close}
          onSaved={(waits) =>
            finish(waits ? <Trans>已交社区确认。</Trans> : <Trans>已保存，居民马上看到。</Trans>)
          }
        />
      )}
      {step === 'walk' && (
        <WalkDialog
          id={merchant.id}
          onClose={close}
          onSaved={() => finish(<Trans>已保存，缺口按实测重算。</Trans>)}
        />
      )}
      {step === 'close' && (
        <CloseDialog merchant={merchant} onClose={close} onClosed={() => go(merchants.url())} />
      )}
    </>
  )
}

type WalkDialogProps = { readonly id: string; readonly onClose: () => void; readonly onSaved: () => void }

function WalkDialog({ id, onClose, onSaved }: WalkDialogProps) {
  const { t } = useLingui()
  const [path, setPath] = useState<string>()
  const [minutes, setMinutes] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('measureWalk')
  const isWhole =
    minutes === '' || (/^\d{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= 240)
  const errors = [
    ...(path === undefined ? [{ field: 'path', message: t`请选从哪个网格` }] : []),
    ...(isWhole ? [] : [{ field: 'minutes', message: t`请填 1 到 240；空着就是撤掉实测` }]),
  ]
  const shown = tried ? errors : []
  async function save() {
    setTried(true)
    if (path === undefined || !isWhole) return
    const body = { path, minutes: minutes === '' ? null : Number(minutes) }
    if (await send({ params: { id }, body })) onSaved()
  }
  return (
    <FormDialog
      title={t`实测步行分钟`}
      ok={t`保存`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <AreaPick
        field="path"
        label={<Trans>从哪个网格走过来</Trans>}
        path={path}
        error={errorOf(shown, 'path')}
        onPick={setPath}
      />
      <InputField
        field="minutes"
        optional
        inputMode="numeric"
        label={<Trans>走了几分钟</Trans>}
        hint={<Trans>按老人的步子走一趟；空着就是撤掉原来的实测。</Trans>}
        value={minutes}
        error={errorOf(shown, 'minutes')}
        onChange={(text) => setMinutes(text.trim())}
      />
    </FormDialog>
  )
}

type CloseDialogProps = {
  readonly merchant: MerchantView
  readonly onClose: () => void
  readonly onClosed: () => void
}

function CloseDialog({ merchant, onClose, onClosed }: CloseDialogProps) {
  const { t } = useLingui()
  const { send, sending, failure } = useCommand('closeMerchant')
  const { name } = merchant
  async function end() {
    if (await send({ params: { id: merchant.id }, body: { version: merchant.version } })) onClosed()
  }
  return (
    <FormDialog
      title={t`撤销：${name}`}
      ok={t`撤销商户`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <p>
        <Trans>居民马上看不到它；已有的单和积分不受影响。</Trans>
      </p>
    </FormDialog>
  )
}
