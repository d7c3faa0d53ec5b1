/** Names in an answer the account of its session, and in a request the account whose intent it is: nobody else sends it. */
export const PERSON = 'linli-person'
