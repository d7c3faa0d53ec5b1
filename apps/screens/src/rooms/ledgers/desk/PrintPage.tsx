import { Trans, useLingui } from '@lingui/react/macro'
import type { PrintSheet } from '@linli/contract/ledgers/shapes'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { fileAddress, whoAsks } from '../../../kit/api.ts'
import { DeskPage, ReadView } from '../../../kit/desk/index.ts'
import { problemFrom } from '../../../kit/failure.ts'
import { useSay } from '../../../kit/language.ts'
import { withProof } from '../../../kit/proof.ts'
import type { PageProps } from '../../../kit/route.ts'
import { ledgers, type print } from './addresses.ts'
import './ledgers.css'

/** A ledger as it is printed: title of the place, what of, who and when; the browser numbers the pages. */
export default function PrintPage({ params }: PageProps<typeof print>) {
  const { t } = useLingui()
  const otherwise = t`打印页没有打开，请再试一次。`
  const read = useQuery({
    queryKey: ['fetchExport', params.id],
    staleTime: Number.POSITIVE_INFINITY, // each fetching is recorded
    meta: { once: true },
    retry: false,
    queryFn: () => sheetOf(params.id, otherwise),
  })
  return (
    <DeskPage
      title={t`打印台账`}
      back={{ href: ledgers.url(), label: <Trans>台账</Trans> }}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          <Trans>打印</Trans>
        </Button>
      }
    >
      <ReadView read={read}>{(sheet) => <Sheet sheet={sheet} />}</ReadView>
    </DeskPage>
  )
}

async function sheetOf(id: string, otherwise: string): Promise<PrintSheet> {
  const answer = await withProof(async () => {
    const response = await fetch(fileAddress('fetchExport', { params: { id } }), whoAsks())
    const body: unknown = await response.json().catch(() => undefined) // a proxy's page is no sheet
    if (!response.ok) throw problemFrom(response.status, body, otherwise)
    return body
  })
  return answer as PrintSheet // the file of an export to print
}

function Sheet({ sheet }: { readonly sheet: PrintSheet }) {
  const say = useSay()
  const { place, ledger, by, at, scope, columns, rows } = sheet
  const moment = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  const count = rows.length
  return (
    <section className="ledger-sheet">
      <h2>
        {say(place)} {say(ledger)}
      </h2>
      <p>
        <Trans>
          范围：{scope}　共 {count} 行　打印人：{by}　{moment}
        </Trans>
      </p>
      <table>
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={say(name)} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, line) => (
            <tr key={line}>
              {cells.map((cell, at) => (
                <td key={at} className={columns[at]?.right ? 'ledger-right' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
