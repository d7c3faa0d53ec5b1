import { Trans, useLingui } from '@lingui/react/macro'
import type { ExportView } from '@linli/contract/ledgers/shapes'
import { EXPORT_STATES, LEDGER_FORMATS } from '@linli/contract/ledgers/words'
import { Progress } from 'antd'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { fileAddress } from '../../../kit/api.ts'
import { DownloadButton, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { print } from './addresses.ts'

const LOOK_MILLISECONDS = 1500

/** One's own exports and how far they are; the page may be left and opened again. */
export function MyExports() {
  const read = useRead('listExports', {})
  const { data, refetch } = read
  const isWriting = data?.items.some(isUnderWay) ?? false
  useEffect(() => {
    if (!isWriting) return
    const timer = setInterval(() => void refetch(), LOOK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isWriting, refetch])
  if (data?.items.length === 0) return null
  return (
    <Panel title={<Trans>我的导出</Trans>}>
      <p>
        <Trans>文件只有您自己能取，保留七天；每次取都有记录。</Trans>
      </p>
      <ReadView read={read}>
        {({ items }) => (
          <ul className="ledger-list">
            {items.map((one) => (
              <Export key={one.id} one={one} />
            ))}
          </ul>
        )}
      </ReadView>
    </Panel>
  )
}

const isUnderWay = ({ state }: ExportView): boolean => state === 'waiting' || state === 'writing'

function Export({ one }: { readonly one: ExportView }) {
  const { t } = useLingui()
  const say = useSay()
  const { id, name, format, state, rows, written, refused, at } = one
  const percent = rows === 0 ? 0 : Math.floor((written * 100) / rows)
  return (
    <li className="ledger-export">
      <span>
        {name}
        <span className="row-small">
          {say(LEDGER_FORMATS[format])} · {say(momentWords(at))} · {say(EXPORT_STATES[state])}
          {state === 'over' && <Trans>，{written} 行</Trans>}
        </span>
        {refused && <span className="desk-error">{refused}</span>}
        {state === 'lost' && (
          <span className="desk-error">
            <Trans>服务器中途停了，请重新导出。</Trans>
          </span>
        )}
      </span>
      {isUnderWay(one) && <Progress percent={percent} aria-label={t`${name} 已写 ${percent}%`} />}
      {state === 'over' &&
        (format === 'print' ? (
          <Link href={print.url({ id })}>
            <Trans>打开打印页</Trans>
          </Link>
        ) : (
          <DownloadButton
            address={fileAddress('fetchExport', { params: { id } })}
            name={name}
            otherwise={t`文件没有取到，请再按一次。`}
          >
            <Trans>取文件</Trans>
          </DownloadButton>
        ))}
    </li>
  )
}
