import { PRESETS } from '@linli/presets'
import { rotateHouse } from '../../apps/server/src/house/rotateKeys.ts'
import { readConfig } from '../../apps/server/src/kernel/config.ts'

// A rotation in a process of its own, so that it can be killed. It tells its parent of every step.
const [ownerUrl = '', appUrl = ''] = process.argv.slice(2)
const rotation = await rotateHouse({
  ownerUrl,
  appUrl,
  config: readConfig(process.env, Object.keys(PRESETS)),
  rowsAtOnce: 5,
  progress: ({ changed }) => process.send?.({ changed }),
})
process.send?.({ left: rotation.left.length })
process.disconnect?.()
