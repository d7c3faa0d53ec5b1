import { guestEndpoints } from '@linli/contract/stations/endpoints'
import { type Room, room } from '../../../kernel/http/room.ts'
import type { Policy } from '../../../kernel/policy/policy.ts'
import { enterAsGuest, openGuestLimit, returnAsGuest } from './enter.ts'
import type { GuestNeeds } from './needs.ts'
import { confirmGuestPhone, getGuest, sendGuestCode } from './phone.ts'

/** `signedIn` here means a guest: the handlers refuse everybody else. */
const policy: Policy<keyof typeof guestEndpoints> = {
  operations: {
    enterAsGuest: 'public',
    returnAsGuest: 'public',
    getGuest: 'signedIn',
    sendGuestCode: 'signedIn',
    confirmGuestPhone: 'signedIn',
  },
  guests: ['getGuest', 'sendGuestCode', 'confirmGuestPhone'],
}

/** 访客: the door of those who have neither address nor account (docs/decisions/0043). */
export function guestsRoom(options: Omit<GuestNeeds, 'limit'>): Room {
  const needs: GuestNeeds = { ...options, limit: openGuestLimit() }
  return room({
    name: 'guests',
    endpoints: guestEndpoints,
    policy,
    handlers: {
      enterAsGuest: (request) => enterAsGuest(needs, request),
      returnAsGuest: (request) => returnAsGuest(needs, request),
      getGuest: ({ me }) => getGuest(needs, me),
      sendGuestCode: (request) => sendGuestCode(needs, request),
      confirmGuestPhone: (request) => confirmGuestPhone(needs, request),
    },
  })
}
