import { Trans, useLingui } from '@lingui/react/macro'
import type { ImportRun } from '@linli/contract/places/shapes'
import { REGISTERS, RUN_STATES } from '@linli/contract/places/words'
import { Alert } from 'antd'
import { useSay } from '../../../kit/language.ts'
import './import.css'

type ImportProgressProps = {
  readonly run: ImportRun
  /** The server does not answer just now; the import does not need this page. */
  readonly isUnheard: boolean
}

/** A long import on its way: rows read, checked, written. */
export function ImportProgress({ run, isUnheard }: ImportProgressProps) {
  const { t } = useLingui()
  const say = useSay()
  if (run.state === 'lost')
    return (
      <Alert
        role="alert"
        type="error"
        showIcon
        title={<Trans>导入中断了，什么都没有写入。请重新选文件，再导一次。</Trans>}
      />
    )
  if (run.refused) return <Alert role="alert" type="error" showIcon title={run.refused} />
  const isReading = run.state === 'waiting' || run.state === 'reading'
  const steps = [
    { word: t`已读`, done: run.rowsRead, all: isReading ? undefined : run.rowsRead },
    { word: t`已检查`, done: run.rowsChecked, all: isReading ? undefined : run.rowsRead },
    { word: t`已写入`, done: run.rowsWritten, all: run.state === 'writing' ? run.rowsToWrite : undefined },
  ]
  return (
    <>
      <p role="status">
        {say(REGISTERS[run.register])} · {say(RUN_STATES[run.state])}
      </p>
      <dl className="import-steps">
        {steps.map(({ word, done, all }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>
              <progress aria-label={word} value={all === undefined ? 0 : done} max={Math.max(1, all ?? 1)} />
              {all === undefined ? (
                <Trans>{done} 行</Trans>
              ) : (
                <Trans>
                  {done} 行，共 {all} 行
                </Trans>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {isUnheard ? (
        <Alert
          type="warning"
          showIcon
          title={<Trans>暂时连不上服务器，正在重试。导入不靠这个页面，会接着做。</Trans>}
        />
      ) : (
        <p>
          <Trans>可以离开这一页，导入照常进行；留着这一页的网址，回来还能看到结果。</Trans>
        </p>
      )}
    </>
  )
}
