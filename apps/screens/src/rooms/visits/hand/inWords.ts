import { t } from '@lingui/core/macro'

/** A full phone in words that say what to do; other failures in their own. */
export const inWords = (error: unknown): Error =>
  error instanceof DOMException
    ? new Error(t`手机存满了，没有存下。请删掉一些照片或应用再试；之前记的都还在。`)
    : error instanceof Error
      ? error
      : new Error(t`没有存下，请再试一次。`)
