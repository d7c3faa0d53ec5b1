import { Trans, useLingui } from '@lingui/react/macro'
import { REGISTERS, type Register } from '@linli/contract/places/words'
import { useState } from 'react'
import '../../../../kit/desk/pieces.css'
import { ChoiceField } from '../../../../kit/desk/fields.tsx'
import { DeskPage, Panel } from '../../../../kit/desk/index.ts'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../../kit/language.ts'
import { ImportFile } from './ImportFile.tsx'
import { TemplateLink } from './TemplateLink.tsx'
import './register.css'

const isRegister = (code: string | undefined): code is Register => code !== undefined && code in REGISTERS

/** Areas, households and people come in as a file: template, check, import. */
export default function RegisterPage() {
  const { t } = useLingui()
  const say = useSay()
  const [register, setRegister] = useState<Register>('areas')
  const [file, setFile] = useState<File>()
  const [take, setTake] = useState(0)

  function choose(next: File | undefined) {
    setFile(next)
    setTake(take + 1)
  }

  return (
    <DeskPage
      title={t`名册导入`}
      lead={
        <Trans>
          先检查，再导入。有一行不对，整份都不写入；同一份名册再导一次，不会多出重复的内容，可以放心重试。
        </Trans>
      }
    >
      <Panel title={<Trans>第一步：选名册，下载模板</Trans>}>
        <ChoiceField
          field="register"
          label={<Trans>要导入哪一种</Trans>}
          hint={<Trans>按这个次序导：先有网格楼栋单元，再有房屋，最后是人员。</Trans>}
          value={register}
          options={optionsOf(REGISTERS, say)}
          onChange={(code) => {
            if (isRegister(code)) setRegister(code)
            choose(undefined)
          }}
        />
        <TemplateLink register={register} />
      </Panel>
      <Panel title={<Trans>第二步：选文件</Trans>}>
        <div className="desk-field">
          <label htmlFor="field-file">
            <Trans>填好的名册</Trans>
          </label>
          <p className="desk-hint" id="field-file-hint">
            <Trans>.xlsx 或 .csv 文件。改过文件以后，请重新选一次。</Trans>
          </p>
          <input
            key={register}
            id="field-file"
            name="file"
            type="file"
            className="file-input"
            accept=".xlsx,.csv"
            aria-describedby="field-file-hint"
            onChange={(event) => choose(event.target.files?.[0])}
          />
        </div>
      </Panel>
      {file && <ImportFile key={`${register} ${take}`} register={register} file={file} />}
    </DeskPage>
  )
}
