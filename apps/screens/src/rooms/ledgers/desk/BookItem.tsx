import { Trans, useLingui } from '@lingui/react/macro'
import type { RetiredView } from '@linli/contract/ledgers/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { useSay } from '../../../kit/language.ts'
import { ledger as ledgerPage } from './addresses.ts'
import { BookMonths } from './BookMonths.tsx'

type BookItemProps = {
  readonly book: RetiredView
  /** Absent for whoever may only read. */
  readonly onMeasure: ((book: RetiredView) => void) | undefined
}

/** One paper ledger: who kept it, where its entries come about now, the minutes of an entry with their ground. */
export function BookItem({ book, onMeasure }: BookItemProps) {
  const { t } = useLingui()
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { ledger, minutes, document, months } = book
  const [name, keeper, often] = [say(book.name), say(book.keptBy), say(book.every)]
  const entries = months.reduce((all, month) => all + month.entries, 0)
  const [newest] = book.measured
  const id = `months-${book.key}`
  return (
    <li>
      <strong>{name}</strong>
      <p>
        <Trans>
          原来由{keeper}手写，{often}；现在在这一步自动记下：
        </Trans>
        <Link href={ledgerPage.url({ ledger })}>{book.filledBy.map((way) => say(way)).join(t`、`)}</Link>
      </p>
      <p>
        <Trans>
          近 {months.length} 个月 {entries} 条，每条算 {minutes} 分钟。
        </Trans>{' '}
        <span className="row-small">
          {newest ? <Trans>本地实测：{newest.ground}</Trans> : say(book.ground)}
          {document !== '' && <> · {document}</>}
        </span>
      </p>
      <div className="desk-actions">
        <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {isOpen ? <Trans>收起“{name}”</Trans> : <Trans>逐月看“{name}”</Trans>}
        </Button>
        {onMeasure && (
          <Button aria-label={t`改“${name}”每条几分钟`} onClick={() => onMeasure(book)}>
            <Trans>改分钟数</Trans>
          </Button>
        )}
      </div>
      <div id={id}>{isOpen && <BookMonths book={book} />}</div>
    </li>
  )
}
