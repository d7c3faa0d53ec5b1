import { Trans, useLingui } from '@lingui/react/macro'
import { SCORES } from '@linli/contract/orders/words'
import { Card, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useNow } from '../../../kit/useNow.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'
import { useShownOrder } from '../queries.ts'
import { Photos } from './Photos.tsx'
import { scoreOf } from './score.ts'

/** One shown order: what was asked for, how it ended, and what the neighbour thought of it. */
export default function ShownPage({ params }: PageProps<typeof hand.shown>) {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  usePlaceName()
  const query = useShownOrder(params.slug)
  return (
    <Page
      title={query.data?.title ?? t`晒单墙`}
      back={{ href: hand.board.url(), label: <Trans>晒单墙</Trans> }}
    >
      <QueryView query={query}>
        {({ need, outcome, community, publishedAt, score, photos }) => {
          const grade = scoreOf(score)
          return (
            <>
              <p className="lead">
                {community} · {say(momentWords(publishedAt, now))}
              </p>
              <Card title={<Trans>诉求</Trans>}>
                <p className="whitespace-pre-line">{need}</p>
              </Card>
              <Card title={<Trans>办理结果</Trans>}>
                <p className="whitespace-pre-line">{outcome}</p>
                <Photos ids={photos} />
              </Card>
              {grade && (
                <Card title={<Trans>评价</Trans>}>
                  <p>{say(SCORES[grade])}</p>
                </Card>
              )}
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}
