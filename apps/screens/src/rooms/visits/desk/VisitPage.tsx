import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { OpenedVisit, VisitVersion } from '@linli/contract/visits/answerShapes'
import { PHOTO_REASONS, type PhotoReason } from '@linli/contract/visits/words'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { DeskPage, ErrorSummary, Panel, StatusMark } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { householdCard } from '../../people/desk/addresses.ts'
import { answers, type visit } from './addresses.ts'
import { SettleForm } from './SettleForm.tsx'
import { VersionFacts } from './VersionFacts.tsx'
import './answers.css'

/** 一次走访: opened with a reason; what was written, its photos, every version, and what to do where two stand. */
export default function VisitPage({ params }: PageProps<typeof visit>) {
  const { t } = useLingui()
  const say = useSay()
  const [reason, setReason] = useState<PhotoReason>()
  const [tried, setTried] = useState(false)
  const [opened, setOpened] = useState<OpenedVisit>()
  const [isSettled, setSettled] = useState(false)
  const opening = useCommand('openVisit')
  async function open() {
    setTried(true)
    if (!reason) return
    const found = await opening.send({ params: { id: params.visit }, body: { reason } })
    if (found) setOpened(found)
  }
  const missing = tried && !reason ? t`请选择为什么打开` : undefined
  return (
    <DeskPage
      title={opened?.door ?? t`走访记录`}
      back={{ href: answers.url({ id: params.id }), label: <Trans>走访回答</Trans> }}
      lead={
        opened ? opened.campaignName : <Trans>每次打开都留记录，住户看得到是哪个岗位、为什么打开。</Trans>
      }
    >
      <ErrorSummary
        errors={missing ? [{ field: 'reason', message: missing }] : []}
        failure={opening.failure}
      />
      <Saved>{isSettled && <Trans>已核对，没选的留在历史里。</Trans>}</Saved>
      {opened && reason ? (
        <Opened
          opened={opened}
          reason={reason}
          onSettled={() => {
            setSettled(true)
            void open()
          }}
          onOther={() => void open()}
        />
      ) : (
        <Panel title={<Trans>打开走访记录</Trans>}>
          <SelectField
            field="reason"
            label={<Trans>为什么打开</Trans>}
            options={optionsOf(PHOTO_REASONS, say)}
            error={missing}
            value={reason}
            onChange={(code) => setReason(codesOf(PHOTO_REASONS).find((one) => one === code))}
          />
          <div className="desk-row">
            <Button type="primary" loading={opening.sending} onClick={() => void open()}>
              <Trans>打开</Trans>
            </Button>
          </div>
        </Panel>
      )}
    </DeskPage>
  )
}

type OpenedProps = {
  readonly opened: OpenedVisit
  readonly reason: PhotoReason
  readonly onSettled: () => void
  readonly onOther: () => void
}

function Opened({ opened, reason, onSettled, onOther }: OpenedProps) {
  const { t } = useLingui()
  const { versions, forms, household, visit: id, door } = opened
  const stands = versions.filter((version) => version.stands)
  const twice = stands.filter((version) => version.visit === id)
  const alone = stands.filter((version) => twice.length < 2 || version.visit !== id)
  const before = versions.filter((version) => !version.stands)
  const facts = (version: VisitVersion) => (
    <VersionFacts version={version} forms={forms} reason={reason} door={door} />
  )
  return (
    <>
      {household && (
        <p>
          <Link href={householdCard.url({ id: household })}>
            <Trans>打开住户卡</Trans>
          </Link>
        </p>
      )}
      {twice.length > 1 && (
        <SettleForm
          key={twice.map((version) => version.id).join(' ')}
          opened={opened}
          versions={twice}
          reason={reason}
          onSettled={onSettled}
          onOther={onOther}
        />
      )}
      {alone.length > 0 && (
        <Panel title={<Trans>现在算数的</Trans>}>
          <div className="visit-versions">
            {alone.map((version) => (
              <section key={version.id} className="visit-version">
                <StatusMark tone="done" word={t`算数`} />
                {facts(version)}
              </section>
            ))}
          </div>
        </Panel>
      )}
      {before.length > 0 && (
        <Panel title={<Trans>以前的，都留着</Trans>}>
          <div className="visit-versions">
            {before.map((version) => (
              <section key={version.id} className="visit-version">
                <StatusMark tone="still" word={t`后来改过`} />
                {facts(version)}
              </section>
            ))}
          </div>
        </Panel>
      )}
    </>
  )
}
