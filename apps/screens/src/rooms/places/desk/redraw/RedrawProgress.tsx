import { Trans } from '@lingui/react/macro'
import { Alert } from 'antd'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { ErrorState, Loading, Panel, useRead } from '../../../../kit/desk/index.ts'
import { placeUrl } from '../placeUrl.ts'

const LOOK_MILLISECONDS = 1000

/** How far homes, people and orders have followed; it looks again until all have. */
export function RedrawProgress({ id }: { readonly id: string }) {
  const read = useRead('getRedraw', { params: { id } })
  const { data, refetch } = read
  const left = data ? data.left.households + data.left.people + data.left.orders : 0
  useEffect(() => {
    if (left === 0) return
    const timer = setInterval(() => void refetch(), LOOK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [left, refetch])
  if (read.error) return <ErrorState error={read.error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { households, people, orders, posts, areaName } = data
  const { households: homesLeft, people: peopleLeft, orders: ordersLeft } = data.left
  return (
    <Panel title={<Trans>调整的结果</Trans>}>
      <div role="status">
        {left === 0 ? (
          <Alert type="success" showIcon title={<Trans>都已换到新网格，没有漏下的。</Trans>} />
        ) : (
          <Alert
            type="info"
            showIcon
            title={
              <Trans>
                还在换：{homesLeft} 户、{peopleLeft} 人、{ordersLeft} 张单。可以先去办别的事，不会中断。
              </Trans>
            }
          />
        )}
      </div>
      <p>
        <Trans>
          共 {households} 户、{people} 人、{posts} 个岗位、{orders} 张没办结的单。
        </Trans>
      </p>
      <Link href={placeUrl(data.path)}>
        <Trans>去看{areaName}</Trans>
      </Link>
    </Panel>
  )
}
