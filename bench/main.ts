import { parseArgs } from 'node:util'
import { measureLoop } from './loop.ts'
import { openBenchTown } from './town.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    orders: { type: 'string', default: '200000' },
    connections: { type: 'string', default: '1,16,64' },
    operations: { type: 'string', default: 'place,step,list,get' },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const orders = Number(values.orders)
say(`${orders} 单准备中 filling …`)
const town = await openBenchTown({ open: Math.floor(orders * 0.6), closed: Math.ceil(orders * 0.4) }, say)
try {
  const result = await measureLoop(
    town,
    {
      seconds: Number(values.seconds),
      rounds: Number(values.rounds),
      connections: values.connections.split(',').map(Number),
      operations: values.operations.split(',') as never,
    },
    say,
  )
  say(`memory ${result.memory.toFixed(0)} MB`)
} finally {
  await town.close()
}
