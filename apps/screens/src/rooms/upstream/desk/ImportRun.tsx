import { Trans, useLingui } from '@lingui/react/macro'
import { Alert } from 'antd'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { useRead } from '../../../kit/desk/index.ts'
import { desk } from '../../../kit/routes.ts'

const ASK_MILLISECONDS = 1000

/** How far an import is, asked every second until it is over. It goes on without this page. */
export function ImportRun({ id }: { readonly id: string }) {
  const { t } = useLingui()
  const { data, error, refetch } = useRead('followSenderImport', { params: { id } })
  const isOver = data !== undefined && data.state !== 'running'
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => void refetch(), ASK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isOver, refetch])
  if (!data)
    return error ? (
      <Alert role="alert" type="error" showIcon title={error.message} />
    ) : (
      <p role="status">
        <Trans>正在看导入到哪里了</Trans>
      </p>
    )
  const { state, rows, placed, known } = data
  if (state === 'lost')
    return (
      <Alert
        role="alert"
        type="error"
        showIcon
        title={<Trans>导入中断了，已经导入 {placed} 张。请重新选同一个文件再导一次，已有的不会重复。</Trans>}
      />
    )
  if (state === 'over')
    return (
      <div role="status">
        <Alert
          type="success"
          showIcon
          title={
            <Trans>
              导完了：新开 {placed} 张单，已有 {known} 张。
            </Trans>
          }
        />
        <p>
          <Link href={desk.queue.url()}>
            <Trans>去工单队列</Trans>
          </Link>
        </p>
      </div>
    )
  return (
    <>
      <p role="status">
        <Trans>
          正在导入：{placed + known} 行，共 {rows} 行
        </Trans>
      </p>
      <progress
        className="sender-progress"
        aria-label={t`导入进度`}
        value={placed + known}
        max={Math.max(1, rows)}
      />
      <p>
        <Trans>可以离开这一页，导入照常进行；留着这一页的网址，回来还能看到结果。</Trans>
      </p>
    </>
  )
}
