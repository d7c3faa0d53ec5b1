import { isAbsolute } from 'node:path'
import { bucketAddress } from '../uploads/storageAddress.ts'
import { openBucket } from '../uploads/storageBucket.ts'
import { bucketVault } from './bucketVault.ts'
import { BackupError } from './problems.ts'
import { directoryVault, type Vault } from './vault.ts'

/**
 * The vault at a place: a directory's absolute path or a bucket's address.
 * @throws BackupError wrongAddress
 */
export function vaultAt(place: string): Vault {
  if (isAbsolute(place)) return directoryVault(place)
  const address = bucketAddress(place)
  if (address) return bucketVault(openBucket(address))
  throw new BackupError(
    'wrongAddress',
    '备份的去处应是绝对路径，或 https://钥匙:密钥@主机/桶/前缀 这样的对象存储地址。',
    'A backup goes to an absolute path, or to an address such as https://KEY:SECRET@host/bucket/prefix.',
  )
}
