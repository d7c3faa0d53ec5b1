import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { call } from '../../../../kit/api.ts'
import { InputField } from '../../../../kit/desk/fields.tsx'
import {
  DeskPage,
  EmptyState,
  ErrorState,
  ErrorSummary,
  Loading,
  useRead,
} from '../../../../kit/desk/index.ts'
import type { Answer, Input } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { Fills } from '../../../ledgers/desk/Fills.tsx'
import { placeUrl } from '../placeUrl.ts'
import { RedrawForm } from './RedrawForm.tsx'
import { RedrawPreview } from './RedrawPreview.tsx'
import { RedrawProgress } from './RedrawProgress.tsx'
import { emptyDraft, type Missing, missing, planOf } from './redrawDraft.ts'

type Planned = { readonly plan: Input<'previewRedraw'>['body']; readonly preview: Answer<'previewRedraw'> }

/** 调整网格: choose, look at what will happen, confirm with a reason, watch it being done. */
export default function RedrawPage() {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const community = search.get('in') ?? '/'
  const read = useRead('listAreas', { query: { parent: community } })
  const grids = read.data?.items
  return (
    <DeskPage
      title={t`调整网格`}
      back={{ href: placeUrl(community), label: <Trans>区域和住户</Trans> }}
      lead={<Trans>先看会怎样，再确认。住户、人员、岗位、权限和没办结的单会一起换到新网格。</Trans>}
    >
      {read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {!grids && !read.error && <Loading />}
      {grids?.length === 0 && (
        <EmptyState title={<Trans>这里还没有网格</Trans>}>
          <p>
            <Trans>请从社区的页面进来。</Trans>
          </p>
        </EmptyState>
      )}
      {grids && grids.length > 0 && <Redraw grids={grids} start={search.get('grid') ?? undefined} />}
    </DeskPage>
  )
}

type RedrawProps = { readonly grids: readonly Answer<'getArea'>[]; readonly start: string | undefined }

function Redraw({ grids, start }: RedrawProps) {
  const { t } = useLingui()
  const [draft, setDraft] = useState(() => emptyDraft(start))
  const [tried, setTried] = useState(false)
  const [planned, setPlanned] = useState<Planned>()
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const [done, setDone] = useState<string>()
  const { from } = draft
  const below = useRead('listAreas', from ? { query: { parent: from } } : undefined)
  const buildings = below.data?.items ?? []
  const previewing = useCommand('previewRedraw')
  const drawing = useCommand('redrawAreas')
  const words: { readonly [what in Missing]: string } = {
    from: t`请选一个网格`,
    to: t`请选调到哪个网格`,
    picked: t`请至少选一栋`,
    names: t`请给每个新网格起一个不同的名称`,
    merged: t`请至少选两个网格`,
    partOf: t`每个新网格至少要有一栋`,
  }
  const errors = tried ? missing(draft, buildings).map((field) => ({ field, message: words[field] })) : []
  const reasonErrors =
    confirmed && reason.trim().length < 2 ? [{ field: 'reason', message: t`请写明调整的理由` }] : []

  async function preview() {
    setTried(true)
    if (missing(draft, buildings).length > 0) return
    const ending = draft.kind === 'merge' ? draft.merged : []
    const lists = await Promise.all(ending.map((parent) => call('listAreas', { query: { parent } })))
    const plan = planOf(draft, draft.kind === 'merge' ? lists.flatMap(({ items }) => items) : buildings)
    const answer = await previewing.send({ body: plan })
    if (answer) setPlanned({ plan, preview: answer })
  }
  async function draw() {
    setConfirmed(true)
    if (!planned || reason.trim().length < 2) return
    const answer = await drawing.send({ body: { ...planned.plan, reason: reason.trim() } })
    if (answer) setDone(answer.id)
  }

  if (done) return <RedrawProgress id={done} />
  return (
    <>
      <ErrorSummary errors={[...errors, ...reasonErrors]} failure={previewing.failure ?? drawing.failure} />
      <form
        className="desk-form panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void preview()
        }}
      >
        <RedrawForm
          draft={draft}
          grids={grids}
          buildings={buildings}
          errors={errors}
          onChange={(next) => {
            setDraft(next)
            setPlanned(undefined)
            setTried(false)
          }}
        />
        <Button type={planned ? 'default' : 'primary'} htmlType="submit" loading={previewing.sending}>
          <Trans>先看看会怎样</Trans>
        </Button>
      </form>
      {planned && (
        <>
          <RedrawPreview preview={planned.preview} />
          <Fills operation="redrawAreas" />
          <InputField
            field="reason"
            label={<Trans>调整理由</Trans>}
            hint={<Trans>理由会记入审计。撤销的网格不能恢复。</Trans>}
            value={reason}
            maxLength={200}
            error={errorOf(reasonErrors, 'reason')}
            onChange={setReason}
          />
          <Button type="primary" loading={drawing.sending} onClick={() => void draw()}>
            <Trans>确认调整</Trans>
          </Button>
        </>
      )}
    </>
  )
}
