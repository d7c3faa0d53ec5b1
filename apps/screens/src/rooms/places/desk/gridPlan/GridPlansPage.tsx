import { Trans, useLingui } from '@lingui/react/macro'
import { PLAN_STATES } from '@linli/contract/places/gridPlanWords'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { InputField } from '../../../../kit/desk/fields.tsx'
import { DataTable, DeskPage, EmptyState, ErrorSummary, usePage } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { gridPlan, redrawUrl } from '../addresses.ts'
import { placeUrl } from '../placeUrl.ts'

type Plan = Answer<'listGridPlans'>['items'][number]
const FIELDS = ['least', 'most'] as const
const NUMBER = /^[1-9]\d{0,3}$/

/** 网格规划: asks for a plan of one community, and shows those that were made. */
export default function GridPlansPage() {
  const { t, i18n } = useLingui()
  const say = useSay()
  const [search] = useSearchParams()
  const community = search.get('in') ?? '/'
  const list = usePage('listGridPlans', { query: { path: community } })
  return (
    <DeskPage
      title={t`网格规划`}
      back={{ href: placeUrl(community), label: <Trans>区域和住户</Trans> }}
      lead={
        <Trans>
          按楼栋的户数和位置算出连成片、户数均匀、小区不拆开的网格。算出来的只是方案：您看过、改过、采用了，才会调整网格。
        </Trans>
      }
      actions={
        <Link href={redrawUrl(community)}>
          <Trans>不用方案，自己调整</Trans>
        </Link>
      }
    >
      <Ask community={community} />
      <DataTable<Plan>
        caption={t`做过的规划`}
        rowKey={({ id }) => id}
        pages={list}
        empty={<EmptyState title={<Trans>这里还没有做过规划</Trans>} />}
        columns={[
          {
            title: t`时间`,
            key: 'at',
            render: (_, { id, openedAt }) => (
              <Link href={gridPlan.url({ id })}>{new Date(openedAt).toLocaleString(i18n.locale)}</Link>
            ),
          },
          { title: t`每个网格的户数`, key: 'size', render: (_, { least, most }) => `${least}–${most}` },
          { title: t`状态`, key: 'state', render: (_, { state }) => say(PLAN_STATES[state]) },
        ]}
      />
    </DeskPage>
  )
}

/** How large grids should be: empty means as the place has written down. */
function Ask({ community }: { readonly community: string }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [size, setSize] = useState({ least: '', most: '' })
  const [tried, setTried] = useState(false)
  const opening = useCommand('openGridPlan')
  const wrong = FIELDS.filter((field) => size[field] !== '' && !NUMBER.test(size[field]))
  const errors = tried ? wrong.map((field) => ({ field, message: t`请写 1 到 9999 的数字，或者留空` })) : []
  async function ask() {
    setTried(true)
    if (wrong.length > 0) return
    const limits = {
      ...(size.least ? { least: Number(size.least) } : {}),
      ...(size.most ? { most: Number(size.most) } : {}),
    }
    const answer = await opening.send({ body: { id: crypto.randomUUID(), path: community, ...limits } })
    if (answer) go(gridPlan.url({ id: answer.id }))
  }
  return (
    <>
      <ErrorSummary errors={errors} failure={opening.failure} />
      <form
        className="desk-form panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        {FIELDS.map((field) => (
          <InputField
            key={field}
            field={field}
            label={field === 'least' ? <Trans>每个网格至少几户</Trans> : <Trans>每个网格至多几户</Trans>}
            hint={<Trans>留空就按本地规定</Trans>}
            optional
            inputMode="numeric"
            maxLength={4}
            value={size[field]}
            error={errorOf(errors, field)}
            onChange={(value) => setSize({ ...size, [field]: value })}
          />
        ))}
        <Button type="primary" htmlType="submit" loading={opening.sending}>
          <Trans>算一份方案</Trans>
        </Button>
      </form>
    </>
  )
}
