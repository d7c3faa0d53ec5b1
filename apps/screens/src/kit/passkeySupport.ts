/** Whether passkeys can work here: a browser that knows them, at a name and not a bare number, over TLS or on this machine. */
export const takesPasskeys = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(window.location.hostname)

/** The device's part, loaded when it is wanted. */
export const passkeys = () => import('./passkeys.ts')
