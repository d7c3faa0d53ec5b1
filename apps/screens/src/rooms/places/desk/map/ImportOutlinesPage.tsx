import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { COORDINATES, type Coordinates } from '@linli/contract/places/words'
import { Button } from 'antd'
import { useState } from 'react'
import { ChoiceField, InputField } from '../../../../kit/desk/fields.tsx'
import { DeskField, DeskPage, ErrorSummary, Panel, useRead } from '../../../../kit/desk/index.ts'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { AreaPick } from '../../../people/desk/AreaPick.tsx'
import { outlineMap } from '../addresses.ts'
import { OffsetNote } from './OffsetNote.tsx'
import { OutlineReport } from './OutlineReport.tsx'

/** Outlines or positions from a file of a map program: check, then import. With one wrong feature nothing is written. */
export default function ImportOutlinesPage() {
  const { t } = useLingui()
  const say = useSay()
  const settings = useRead('getMapSettings', {})
  const [coordinates, setCoordinates] = useState<Coordinates>()
  const [parent, setParent] = useState<string>()
  const [column, setColumn] = useState('')
  const [file, setFile] = useState<File>()
  const [tried, setTried] = useState(false)
  const [report, setReport] = useState<Answer<'importOutlines'>>()
  const sending = useCommand('importOutlines')
  const errors = [
    ...(tried && !coordinates ? [{ field: 'coordinates', message: t`请选坐标系：问一问给您文件的人` }] : []),
    ...(tried && !file ? [{ field: 'file', message: t`请先选一个 .geojson 或 .zip 文件` }] : []),
  ]
  const isClean = report !== undefined && !report.applied && report.errorCount === 0

  /** Another question is another check. */
  function anew() {
    setReport(undefined)
    setTried(false)
    sending.forget()
  }
  async function send(check: boolean) {
    setTried(true)
    if (!file || !coordinates) return
    const query = {
      check,
      coordinates,
      ...(parent ? { parent } : {}),
      ...(column.trim() ? { column: column.trim() } : {}),
    }
    const answer = await sending.send({ query, file })
    if (answer) setReport(answer)
  }

  return (
    <DeskPage
      title={t`导入边界`}
      back={{ href: outlineMap.url(), label: <Trans>网格地图</Trans> }}
      lead={
        <Trans>
          面是网格等的边界，点是楼栋等的位置。先检查，再导入；有一个图形不对，整个文件都不写入。同一个文件再导一次也不会重复。
        </Trans>
      }
    >
      <ErrorSummary errors={errors} failure={sending.failure} />
      <Panel title={<Trans>1. 文件和坐标系</Trans>}>
        <DeskField
          field="file"
          label={<Trans>边界文件</Trans>}
          hint={<Trans>GeoJSON，或把一个图层的 .shp、.dbf、.prj 打成一个 .zip；最大 12 MB</Trans>}
          error={errorOf(errors, 'file')}
        >
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".geojson,.json,.zip"
              onClick={(event) => {
                event.currentTarget.value = ''
              }}
              onChange={(event) => {
                anew()
                setFile(event.target.files?.[0])
              }}
            />
          )}
        </DeskField>
        <ChoiceField
          field="coordinates"
          label={<Trans>文件用的是哪一种坐标</Trans>}
          error={errorOf(errors, 'coordinates')}
          value={coordinates}
          options={optionsOf(COORDINATES, say)}
          onChange={(code) => {
            anew()
            setCoordinates(codesOf(COORDINATES).find((one) => one === code))
          }}
        />
        <OffsetNote offset={settings.data?.offset ?? null} />
      </Panel>
      <Panel title={<Trans>2. 哪个图形是哪个地点</Trans>}>
        <InputField
          field="column"
          label={<Trans>写着名称或编号的列</Trans>}
          hint={
            <Trans>
              不填就找叫作名称、编号、name 或 code 的列。名称有重的，请写全称，如“桃源社区 一网格”。
            </Trans>
          }
          optional
          value={column}
          maxLength={60}
          onChange={(next) => {
            anew()
            setColumn(next)
          }}
        />
        <AreaPick
          field="parent"
          label={<Trans>只在这里面找（可不填）</Trans>}
          path={parent}
          onPick={(path) => {
            anew()
            setParent(path)
          }}
        />
        <Button
          type={isClean ? 'default' : 'primary'}
          loading={sending.sending}
          onClick={() => void send(true)}
        >
          <Trans>检查这个文件</Trans>
        </Button>
      </Panel>
      {report && (
        <Panel title={<Trans>3. 结果</Trans>}>
          <OutlineReport report={report} />
          {isClean && (
            <Button type="primary" loading={sending.sending} onClick={() => void send(false)}>
              <Trans>导入</Trans>
            </Button>
          )}
        </Panel>
      )}
    </DeskPage>
  )
}
