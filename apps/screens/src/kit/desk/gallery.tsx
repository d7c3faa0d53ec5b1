import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Router } from 'wouter'
import './desk.css'
import { NetworkFailure } from '../failure.ts'
import { start } from '../start.tsx'
import { startTypeSize } from '../typesize.ts'
import { AppShell } from './AppShell.tsx'
import { DeskProviders } from './DeskProviders.tsx'
import {
  DataTable,
  DeskField,
  DeskPage,
  EmptyState,
  ErrorState,
  ErrorSummary,
  Loading,
  Panel,
  RevealButton,
  StatusMark,
  Timeline,
  useShortcuts,
} from './index.ts'

type Row = { readonly id: string; readonly what: string; readonly where: string; readonly late: boolean }
const rows: Row[] = Array.from({ length: 6 }, (_, index) => ({
  id: `261121-0004${index}-7`,
  what: ['楼道灯坏了', '水管漏水', '代买药品', '电梯异响', '咨询居住证', '空调外机噪声'][index] ?? '',
  where: `翠苑一区 ${index + 1} 栋`,
  late: index === 1,
}))

/** Every piece of desk's kit on one page, for looking at while developing; no build contains it. */
function Gallery() {
  const [wrong, setWrong] = useState(false)
  const [current, setCurrent] = useState(0)
  useShortcuts([
    { key: 'j', label: '下一单', run: () => setCurrent(Math.min(current + 1, rows.length - 1)) },
    { key: 'k', label: '上一单', run: () => setCurrent(Math.max(current - 1, 0)) },
  ])
  const errors = wrong ? [{ field: 'text', message: '请写来电人的原话' }] : []
  return (
    <DeskPage
      title="工单队列"
      back={{ href: '/', label: '首页' }}
      lead="翠苑街道，在办 6 单，超时 1 单。"
      actions={
        <Button type="primary" onClick={() => setWrong(!wrong)}>
          电话受理
        </Button>
      }
    >
      <ErrorSummary errors={errors} />
      <DataTable<Row>
        caption="工单"
        rowKey={({ id }) => id}
        current={rows[current]?.id}
        columns={[
          { title: '编号', dataIndex: 'id', render: (id: string) => <a href={`#${id}`}>{id}</a> },
          { title: '事项', dataIndex: 'what' },
          { title: '地点', dataIndex: 'where' },
          {
            title: '状态',
            dataIndex: 'late',
            render: (late: boolean) =>
              late ? (
                <StatusMark tone="late" word="已超时 2 小时" />
              ) : (
                <StatusMark tone="moving" word="办理中" />
              ),
          },
          {
            title: '电话',
            render: () => (
              <RevealButton what="电话" masked="138****1234" reveal={async () => '13800001234'} />
            ),
          },
        ]}
        pages={{
          rows,
          loading: false,
          error: undefined,
          retry: () => setWrong(false),
          more: () => setWrong(false),
          fetchingMore: false,
        }}
        empty={<EmptyState title="没有工单" />}
      />
      <Panel title="电话受理">
        <DeskField field="text" label="来电人的原话" hint="方言照写" error={errors[0]?.message}>
          {(control) => <Input.TextArea {...control} rows={3} placeholder="三栋的灯坏了" />}
        </DeskField>
        <DeskField field="item" label="事项" optional>
          {(control) => (
            <Select {...control} style={{ width: '20rem' }} options={[{ value: 'a', label: '公共照明' }]} />
          )}
        </DeskField>
      </Panel>
      <Panel title="办理经过">
        <Timeline
          label="办理经过"
          steps={[
            {
              id: '1',
              title: '点单',
              at: new Date(Date.now() - 7e6).toISOString(),
              who: '居民',
              step: 'done',
            },
            { id: '2', title: '王师傅正在办', text: '已经出门', step: 'now' },
            { id: '3', title: '审核', step: 'next' },
          ]}
        />
      </Panel>
      <ErrorState
        error={new NetworkFailure('网络不通。请稍后再试。', undefined)}
        onRetry={() => setWrong(false)}
      />
      <Loading />
      <EmptyState title="没有待审核的工单" />
    </DeskPage>
  )
}

startTypeSize()
void start(
  <DeskProviders>
    <Router base="/desk">
      <AppShell
        nav={[
          {
            id: 'orders',
            label: '工单',
            items: [
              { href: '/kit.html', label: '工单队列', count: 6 },
              { href: '/orders/new', label: '电话受理' },
            ],
          },
          { id: 'audit', label: '审计', items: [{ href: '/audit', label: '审计' }] },
        ]}
        person="值班员 陈"
      >
        <Gallery />
      </AppShell>
    </Router>
  </DeskProviders>,
)
