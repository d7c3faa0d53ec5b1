import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { DeskPage, ErrorSummary, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { type courseSession, courses } from './addresses.ts'

type Seat = Answer<'listCourseSeats'>['items'][number]

/** Who signed up for a session; whoever came is ticked and confirmed. */
export default function SessionPage({ params }: PageProps<typeof courseSession>) {
  const { t } = useLingui()
  const read = useRead('listCourseSeats', { params: { id: params.id } }, ['staff.'])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [saved, setSaved] = useState(false)
  const { send, sending, failure } = useCommand('confirmAttendance')
  async function confirm() {
    if (!(await send({ params: { id: params.id }, body: { personIds: [...chosen] } }))) return
    setChosen([])
    setSaved(true)
    void read.refetch()
  }
  return (
    <DeskPage
      title={t`报名的人`}
      back={{ href: courses.url(), label: <Trans>培训</Trans> }}
      lead={<Trans>勾上来了的人再确认；没来的不用做什么。</Trans>}
    >
      <Saved>{saved && <Trans>已确认</Trans>}</Saved>
      <ErrorSummary failure={failure} />
      <ReadView read={read}>
        {({ items }) => (
          <>
            <WideTable<Seat>
              aria-label={t`报名的人`}
              dataSource={[...items]}
              rowKey="personId"
              pagination={false}
              locale={{ emptyText: t`还没有人报名` }}
              rowSelection={{
                selectedRowKeys: [...chosen],
                onChange: (keys) => setChosen(keys.map(String)),
                getCheckboxProps: ({ hasAttended, name }) => ({
                  disabled: hasAttended,
                  'aria-label': t`${name} 来了`,
                }),
              }}
              columns={[
                { title: t`姓名`, key: 'name', dataIndex: 'name' },
                { title: t`地点`, key: 'area', dataIndex: 'areaName' },
                {
                  title: t`参加`,
                  key: 'attended',
                  render: (_, { hasAttended }) => hasAttended && <Trans>已确认</Trans>,
                },
              ]}
            />
            <Fills operation="confirmAttendance" />
            <Button
              type="primary"
              loading={sending}
              disabled={chosen.length === 0}
              onClick={() => void confirm()}
            >
              <Trans>确认 {chosen.length} 人参加了</Trans>
            </Button>
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}
