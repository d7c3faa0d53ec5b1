import { canaryPhone } from '../kit/houseGround.ts'

/** Eleven digits of a mobile number, also with spaces or strokes between them; not a part of an id or a longer number. */
const CLEAR = /(?<![0-9a-f]-?)(?:\+?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})(?!-?[0-9a-f])/gi
const FORM = /^1[3-9]\d\*{4}\d{4}$/
/** A resident's identity number: the house keeps none, so none may be answered. */
const IDENTITY =
  /(?<![0-9a-f-])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX](?![0-9a-f-])/gi

export const phonesIn = (text: string): string[] =>
  [...text.matchAll(CLEAR)].map(([, first, middle, last]) => `${first}${middle}${last}`)
/** Runs of digits and stars that hold both. */
export const masksIn = (text: string): string[] =>
  (text.match(/[\d*]{4,}/g) ?? []).filter((run) => /\d/.test(run) && run.includes('*'))
export const isWellMasked = (mask: string): boolean => FORM.test(mask)
export const identityNumbersIn = (text: string): string[] => text.match(IDENTITY) ?? []

/** What a mark's number looks like masked. */
export const maskedPhone = (mark: string): string => canaryPhone({ mark }).replace(/^(...)..../, '$1****')
