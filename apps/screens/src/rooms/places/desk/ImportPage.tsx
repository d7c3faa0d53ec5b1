import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { REGISTERS, type Register } from '@linli/contract/places/words'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { ChoiceField } from '../../../kit/desk/fields.tsx'
import { DeskPage, ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportReport } from './ImportReport.tsx'
import { SheetField } from './SheetField.tsx'
import { TemplateButton } from './TemplateButton.tsx'
import { useImportRun } from './useImportRun.ts'

/**
 * A register from a spreadsheet: template, check, then import. A file with any wrong row writes nothing. A long import goes
 * on by itself and is followed here; its id stands in the address, so that one can leave and come back.
 */
export default function ImportPage() {
  const { t } = useLingui()
  const say = useSay()
  const [register, setRegister] = useState<Register>('areas')
  const [file, setFile] = useState<File>()
  const [tried, setTried] = useState(false)
  const [answered, setAnswered] = useState<Answer<'importRegister'>>()
  const [search, setSearch] = useSearchParams()
  const { run, error: unheard, isOver } = useImportRun(search.get('run') ?? undefined)
  const sending = useCommand('importRegister')
  const errors = tried && !file ? [{ field: 'file', message: t`请先选一个 .xlsx 或 .csv 文件` }] : []
  const report = answered ?? run?.result ?? undefined
  const isUnderWay = run !== undefined && !isOver
  const isClean = report !== undefined && !report.applied && report.errorCount === 0

  function start(next: { register?: Register; file?: File | undefined }) {
    if (next.register) setRegister(next.register)
    if ('file' in next) setFile(next.file)
    forgetResult()
    setTried(false)
    sending.forget()
  }

  function forgetResult() {
    setAnswered(undefined)
    if (search.has('run')) setSearch({}, { replace: true })
  }

  async function send(check: boolean) {
    setTried(true)
    if (!file) return
    const answer = await sending.send({ params: { register }, query: { check }, file })
    if (!answer) return
    forgetResult()
    if (answer.run) setSearch({ run: answer.run }, { replace: true })
    else setAnswered(answer)
  }

  return (
    <DeskPage
      title={t`名册导入`}
      back={{ href: desk.places.url(), label: <Trans>区域和住户</Trans> }}
      lead={<Trans>先检查，再导入。有一行不对，整个文件都不写入；同一个文件再导一次也不会重复。</Trans>}
    >
      <ErrorSummary errors={errors} failure={sending.failure} />
      <Panel title={<Trans>1. 选名册，下载模板</Trans>}>
        <ChoiceField
          field="register"
          label={<Trans>哪一种名册</Trans>}
          hint={<Trans>新地方按这个次序导入：先网格楼栋，再房屋，再人员，最后任职。</Trans>}
          value={register}
          options={optionsOf(REGISTERS, say)}
          onChange={(code) => start({ register: codesOf(REGISTERS).find((one) => one === code) ?? register })}
        />
        <Fills operation="importRegister" />
        <TemplateButton register={register} />
      </Panel>
      <Panel title={<Trans>2. 选文件，检查</Trans>}>
        <SheetField file={file} error={errors[0]?.message} onChoose={(chosen) => start({ file: chosen })} />
        <Button
          type={isClean ? 'default' : 'primary'}
          loading={sending.sending}
          disabled={isUnderWay}
          onClick={() => void send(true)}
        >
          <Trans>检查这个文件</Trans>
        </Button>
      </Panel>
      {run && !run.result && (
        <Panel title={<Trans>3. 进度</Trans>}>
          <ImportProgress run={run} isUnheard={unheard !== undefined} />
        </Panel>
      )}
      {report && (
        <Panel title={<Trans>3. 结果</Trans>}>
          <ImportReport report={report} />
          {isClean && file && (
            <Button type="primary" loading={sending.sending} onClick={() => void send(false)}>
              <Trans>导入</Trans>
            </Button>
          )}
        </Panel>
      )}
    </DeskPage>
  )
}
