/** How long a browser keeps what it took to another side's door. */
export const TICKET_SECONDS = 600

/**
 * Names of our cookies. With TLS they carry the prefix that browsers guard (RFC 6265bis): no other host and no page without
 * TLS can plant one.
 */
export const cookieNames = (secure: boolean) => ({
  session: secure ? '__Host-linli_session' : 'linli_session',
  ticket: secure ? '__Host-linli_ticket' : 'linli_ticket',
})
