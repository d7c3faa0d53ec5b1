import { Trans } from '@lingui/react/macro'
import { Button, Card } from '../../../kit/hand/index.ts'

type HowManyProps = {
  readonly value: number
  readonly most: number
  readonly onChange: (pieces: number) => void
}

/** A number of pieces by two buttons, so that nobody has to type; each end says that it is one. */
export function HowMany({ value, most, onChange }: HowManyProps) {
  return (
    <Card title={<Trans>换几份</Trans>}>
      <p role="status">
        <strong className="text-[1.6rem] tabular-nums">
          <Trans>{value} 份</Trans>
        </strong>
      </p>
      <div className="row">
        {value > 1 && (
          <Button look="second" onPress={() => onChange(value - 1)}>
            <Trans>少一份</Trans>
          </Button>
        )}
        {value < most && (
          <Button look="second" onPress={() => onChange(value + 1)}>
            <Trans>多一份</Trans>
          </Button>
        )}
      </div>
      {value === most && (
        <p>
          <Trans>现在最多换 {most} 份。</Trans>
        </p>
      )}
    </Card>
  )
}
