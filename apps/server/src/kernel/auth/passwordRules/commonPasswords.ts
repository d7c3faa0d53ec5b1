let list: Promise<ReadonlySet<string>> | undefined

/** Some 49,000 passwords that people choose most; read when somebody changes a password, not before. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  )
  list.catch(() => {
    list = undefined // whoever asked is told; the next one reads anew
  })
  return list
}
