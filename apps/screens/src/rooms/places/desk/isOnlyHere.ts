/** Whether an address is the computer's own: a phone that scans it asks itself, and finds nothing. */
export function isOnlyHere(address: string): boolean {
  const { hostname } = new URL(address)
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}
