import { Trans, useLingui } from '@lingui/react/macro'
import { Button, QueryView } from '../../../kit/hand/index.ts'
import type { useHere } from '../../stations/hand/useHere.ts'
import { useAreaAt } from '../queries.ts'
import type { PickedPlace } from './pickedPlace.ts'

type FindHereProps = ReturnType<typeof useHere> & { readonly onPick: (place: PickedPlace) => void }

/** The grid where the person stands, once they ask for it: the position is used for these answers and kept nowhere. */
export function FindHere({ here, ask, onPick }: FindHereProps) {
  const { t } = useLingui()
  const query = useAreaAt(here.state === 'known' ? here.position : undefined)
  return (
    <div className="stack">
      <Button look="second" busy={here.state === 'asking'} busyWord={t`正在取位置…`} onPress={ask}>
        <Trans>用我现在的位置找</Trans>
      </Button>
      <p className="field-hint">
        <Trans>位置只用来查是哪个网格、把近的排在前面，不保存。</Trans>
      </p>
      {here.state === 'refused' && (
        <p role="alert">
          <Trans>没有取到位置。请允许浏览器使用位置再试，或者用下面的办法选。</Trans>
        </p>
      )}
      {here.state === 'known' && (
        <QueryView query={query} rows={1}>
          {({ area }) =>
            area ? (
              <Found name={area.fullName} onPress={() => onPick({ path: area.path, name: area.fullName })} />
            ) : (
              <p role="status">
                <Trans>这个位置还没有画进哪个网格，请用下面的办法选。</Trans>
              </p>
            )
          }
        </QueryView>
      )}
    </div>
  )
}

function Found({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  return (
    <Button wide icon="check" onPress={onPress}>
      <Trans>就是{name}</Trans>
    </Button>
  )
}
