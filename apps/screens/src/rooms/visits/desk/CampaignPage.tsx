import { Trans, useLingui } from '@lingui/react/macro'
import type { CampaignProgress } from '@linli/contract/visits/shapes'
import { OUTCOMES } from '@linli/contract/visits/words'
import { Alert, Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { DeskPage, EmptyState, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { answers, type campaign, conflicts as conflictsAt } from './addresses.ts'
import { toCampaigns } from './CampaignsPage.tsx'
import { FormMaker } from './FormMaker.tsx'
import { FormPreview } from './FormPreview.tsx'
import { draftFaults, draftsOf, questionsOf } from './formDraft.ts'
import { reached } from './reached.ts'

type Grid = CampaignProgress['grids'][number]

/** How far a campaign is, by grid, and its form. */
export default function CampaignPage({ params }: PageProps<typeof campaign>) {
  const { t } = useLingui()
  const read = useRead('campaignProgress', { params: { id: params.id } }, ['visits.'])
  return (
    <DeskPage title={read.data?.campaign.name ?? t`走访`} back={toCampaigns}>
      <ReadView read={read}>
        {(progress) => (
          <>
            <p className="lead">
              {progress.campaign.areaName || t`全区`} {progress.campaign.from} — {progress.campaign.to}
            </p>
            {progress.campaign.owner && (
              <p>
                <Trans>负责人：{progress.campaign.owner}</Trans>
              </p>
            )}
            <ToAnswers id={params.id} conflicts={progress.conflicts} />
            {progress.campaign.targets === 'companies' ? (
              <Companies companies={progress.companies} />
            ) : (
              <Grids grids={progress.grids} />
            )}
            <FormPart
              key={progress.form.id}
              id={params.id}
              form={progress.form}
              goneKeys={progress.goneKeys}
              onSaved={() => void read.refetch()}
            />
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}

/** Leaders read how far it is, and nobody's answers. */
function ToAnswers({ id, conflicts }: { readonly id: string; readonly conflicts: number }) {
  if (!useHolds('gridWorker', 'dispatcher', 'regionAdmin')) return null
  return (
    <>
      {conflicts > 0 && (
        <Alert
          type="warning"
          showIcon
          title={<Trans>有 {conflicts} 次走访有两份记录，核对后才算进汇总。</Trans>}
          action={
            <Link href={conflictsAt.url({ id })}>
              <Trans>去核对</Trans>
            </Link>
          }
        />
      )}
      <p>
        <Link href={answers.url({ id })}>
          <Trans>看回答</Trans>
        </Link>
      </p>
    </>
  )
}

function Grids({ grids }: { readonly grids: readonly Grid[] }) {
  const { t } = useLingui()
  if (grids.length === 0) return <EmptyState title={<Trans>这个范围里还没有登记住户</Trans>} />
  const whole = grids.reduce((sum, { households }) => sum + households, 0)
  const done = grids.reduce((sum, grid) => sum + reached(grid), 0)
  const columns: TableColumnsType<Grid> = [
    { title: t`网格`, dataIndex: 'name' },
    { title: t`户数`, dataIndex: 'households' },
    { title: t`走到`, render: (_, grid) => reached(grid) },
    { title: t`见到`, dataIndex: 'met' },
    { title: t`没人，再去`, dataIndex: 'notHome' },
    { title: t`不愿受访`, dataIndex: 'refused' },
    { title: t`搬走`, dataIndex: 'moved' },
    { title: t`空置`, dataIndex: 'closed' },
    { title: t`未走`, render: (_, grid) => grid.households - reached(grid) - grid.notHome },
    { title: t`转成工单`, dataIndex: 'orders' },
  ]
  return (
    <Panel title={t`进度`}>
      <p>
        <Trans>
          {whole} 户，走到 {done} 户
        </Trans>
      </p>
      <WideTable<Grid>
        aria-label={t`各网格的走访进度`}
        columns={columns}
        dataSource={[...grids]}
        rowKey={({ path }) => path}
      />
    </Panel>
  )
}

function Companies({ companies }: Pick<CampaignProgress, 'companies'>) {
  const { t } = useLingui()
  const say = useSay()
  const columns: TableColumnsType<CampaignProgress['companies'][number]> = [
    { title: t`企业`, render: (_, { name }) => say(name) },
    { title: t`情况`, render: (_, { outcome }) => (outcome ? say(OUTCOMES[outcome]) : t`未走`) },
    { title: t`转成工单`, dataIndex: 'orders' },
  ]
  const done = companies.filter(({ outcome }) => outcome !== null && outcome !== 'notHome').length
  return (
    <Panel title={t`进度`}>
      <p>
        <Trans>
          {companies.length} 家，走到 {done} 家
        </Trans>
      </p>
      <WideTable
        aria-label={t`各企业的走访进度`}
        columns={columns}
        dataSource={[...companies]}
        rowKey={({ id }) => id}
      />
    </Panel>
  )
}

type FormPartProps = Pick<CampaignProgress, 'form' | 'goneKeys'> & {
  readonly id: string
  readonly onSaved: () => void
}

function FormPart({ id, form, goneKeys, onSaved }: FormPartProps) {
  const { t } = useLingui()
  const mayRevise = useHolds('dispatcher', 'regionAdmin')
  const [drafts, setDrafts] = useState(() => draftsOf(form.questions))
  const [isOpen, setOpen] = useState(false)
  const { send, sending, failure } = useCommand('reviseForm')
  const faults = draftFaults(drafts)
  async function save() {
    const body = { version: form.version, questions: questionsOf(drafts) }
    if (faults.size === 0 && (await send({ params: { id }, body }))) onSaved()
  }
  return (
    <>
      <FormPreview questions={isOpen && faults.size === 0 ? questionsOf(drafts) : form.questions} />
      <Saved>
        {form.version > 1 && <Trans>表单是第 {form.version} 版，以前的走访按原来的版本留着。</Trans>}
      </Saved>
      {mayRevise && !isOpen && (
        <Button onClick={() => setOpen(true)}>
          <Trans>改表单</Trans>
        </Button>
      )}
      {isOpen && (
        <section aria-label={t`改表单`}>
          <ErrorSummary failure={failure} />
          <FormMaker
            questions={drafts}
            used={goneKeys}
            onChange={(next) => setDrafts([...next])}
            faults={faults}
          />
          <div className="desk-row">
            <Button type="primary" loading={sending} onClick={() => void save()}>
              <Trans>存成新的一版</Trans>
            </Button>
          </div>
        </section>
      )}
    </>
  )
}
