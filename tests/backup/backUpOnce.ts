import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { takeBackup } from '../../apps/server/src/kernel/backup/takeBackup.ts'
import { directoryVault } from '../../apps/server/src/kernel/backup/vault.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'

// A process of its own, to be killed in the middle of a backup: it says so and then waits for ever.
const [ownerUrl = '', directory = '', recipient = ''] = process.argv.slice(2)
const vault = directoryVault(directory)
await takeBackup({
  ownerUrl,
  crypto: softwareProvider(randomBytes(32)),
  recipients: [recipient],
  storage: { put: async () => undefined, get: async () => Readable.from([]), remove: async () => undefined },
  vault: {
    ...vault,
    write: (name, bytes) =>
      vault.write(
        name,
        Readable.from(
          (async function* () {
            for await (const chunk of bytes) {
              yield chunk
              process.stdout.write('under way\n')
              await new Promise((resolve) => setTimeout(resolve, 3_600_000))
            }
          })(),
        ),
      ),
  },
})
