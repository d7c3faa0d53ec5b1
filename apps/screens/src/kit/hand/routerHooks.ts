/**
 * What the router asks of React, by name. Its own file looks hooks up in the whole of React at run time and brings a
 * shim for older versions, so that nothing of Preact's compatibility layer could be left out of the first page.
 */
import { useInsertionEffect, useRef } from 'react'

export {
  cloneElement,
  createContext,
  createElement,
  Fragment,
  forwardRef,
  isValidElement,
  useContext,
  useInsertionEffect,
  useLayoutEffect as useIsomorphicLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'

/** A function that stays the same between renders and always does what the last render said. */
export function useEvent<Arguments extends unknown[], Result>(last: (...all: Arguments) => Result) {
  const latest = useRef(last)
  const stable = useRef((...all: Arguments) => latest.current(...all))
  useInsertionEffect(() => {
    latest.current = last
  })
  return stable.current
}
