import { Trans, useLingui } from '@lingui/react/macro'
import { PLEDGE_AUDIENCES, PLEDGE_STATES, PLEDGE_WITNESSES } from '@linli/contract/partners/words'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { WordsDialog } from './WordsDialog.tsx'

type Shown = Answer<'listPledges'>['items'][number]
type Pledge = Shown['pledges'][number]
type Step = { readonly keep: Pledge } | { readonly hide: Shown }

/** 承诺墙 for the community: what people show of themselves here, what was kept, and what must not stand there. */
export default function PledgeWallPage() {
  const { t } = useLingui()
  const say = useSay()
  const pages = usePage('listPledges', { query: {} }, ['partners.'])
  const [step, setStep] = useState<Step>()
  const [done, setDone] = useState<string>()
  const settled = (words: string) => {
    setStep(undefined)
    setDone(words)
  }
  return (
    <DeskPage
      title={t`承诺墙`}
      lead={<Trans>亮不亮、给谁看由本人定。社区写办到的事实，也可以撤下写错的；不打分、不排名。</Trans>}
    >
      <Saved>{done}</Saved>
      <DataTable<Shown>
        caption={t`亮出的身份和承诺`}
        rowKey={({ id }) => id}
        pages={pages}
        empty={
          <EmptyState title={<Trans>还没有人亮身份。本人在手机“我的报到”里公开后会出现在这里。</Trans>} />
        }
        columns={[
          { title: t`称呼`, key: 'called', dataIndex: 'called' },
          {
            title: t`身份`,
            key: 'standings',
            render: (_, { standings }) => standings.map(say).join(t`、`) || t`现在没有，不显示`,
          },
          { title: t`社区`, key: 'area', dataIndex: 'areaName' },
          {
            title: t`职责`,
            key: 'duties',
            render: (_, { duties }) => <span className="row-words">{duties}</span>,
          },
          {
            title: t`承诺`,
            key: 'pledges',
            render: (_, { pledges, hidden }) => (
              <ul className="row-words">
                {pledges.map((pledge) => (
                  <li key={pledge.id}>
                    {pledge.words} · {say(PLEDGE_STATES[pledge.state])}
                    {pledge.keptBy && ` · ${say(PLEDGE_WITNESSES[pledge.keptBy])}：${pledge.facts}`}
                    {pledge.state === 'open' && hidden === null && (
                      <Button onClick={() => setStep({ keep: pledge })}>
                        <Trans>确认办到</Trans>
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            title: t`给谁看`,
            key: 'audience',
            render: (_, { audience, hidden }) => (
              <span className="row-words">
                {hidden === null ? say(PLEDGE_AUDIENCES[audience]) : t`已撤下：${hidden}`}
              </span>
            ),
          },
          {
            title: t`办理`,
            key: 'steps',
            render: (_, page) =>
              page.hidden === null && (
                <Button danger onClick={() => setStep({ hide: page })}>
                  <Trans>撤下</Trans>
                </Button>
              ),
          },
        ]}
      />
      {step && 'keep' in step && (
        <KeepDialog
          pledge={step.keep}
          onDone={() => settled(t`已确认，本人会看到`)}
          onClose={() => setStep(undefined)}
        />
      )}
      {step && 'hide' in step && (
        <HideDialog
          page={step.hide}
          onDone={() => settled(t`已撤下，本人会看到原因`)}
          onClose={() => setStep(undefined)}
        />
      )}
    </DeskPage>
  )
}

type Ways = { readonly onDone: () => void; readonly onClose: () => void }

function KeepDialog({ pledge, onDone, onClose }: Ways & { readonly pledge: Pledge }) {
  const { t } = useLingui()
  const { send, sending, failure } = useCommand('keepPledge')
  async function keep(facts: string) {
    if (await send({ params: { id: pledge.id }, body: { facts } })) onDone()
  }
  return (
    <WordsDialog
      title={t`确认办到`}
      ok={t`确认`}
      label={<Trans>做了什么、什么时候</Trans>}
      hint={<Trans>只写事实，会显示在墙上</Trans>}
      missing={t`请写做了什么、什么时候`}
      maxLength={300}
      busy={sending}
      failure={failure}
      onWords={(words) => void keep(words)}
      onClose={onClose}
    >
      <p>{pledge.words}</p>
    </WordsDialog>
  )
}

function HideDialog({ page, onDone, onClose }: Ways & { readonly page: Shown }) {
  const { t } = useLingui()
  const { send, sending, failure } = useCommand('hidePledges')
  async function hide(words: string) {
    if (await send({ params: { id: page.id }, body: { words } })) onDone()
  }
  return (
    <WordsDialog
      title={t`撤下这一页`}
      ok={t`撤下`}
      danger
      label={<Trans>原因</Trans>}
      hint={<Trans>本人会看到，改好后可以重新公开</Trans>}
      missing={t`请写原因，本人会看到`}
      maxLength={200}
      busy={sending}
      failure={failure}
      onWords={(words) => void hide(words)}
      onClose={onClose}
    >
      <p>{page.called}</p>
    </WordsDialog>
  )
}
