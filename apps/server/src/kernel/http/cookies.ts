/** What a browser keeps while it is at another side's door; sent to the doors only. */
export const TICKET_PATH = '/api/sign-in'
export const TICKET_SECONDS = 600

/**
 * Names of our cookies. With TLS they carry the prefix that browsers guard (RFC 6265bis): no other host and no page without
 * TLS can plant one. `__Host-` asks for the path `/`, which the ticket of the doors does not have.
 */
export const cookieNames = (secure: boolean) => ({
  session: secure ? '__Host-linli_session' : 'linli_session',
  ticket: secure ? '__Secure-linli_ticket' : 'linli_ticket',
})
