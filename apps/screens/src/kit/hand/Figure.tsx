import type { ReactNode } from 'react'

/** A phone or order number: never broken over two lines, and as wide as the narrowest phone at most. */
export function Figure({ children }: { readonly children: ReactNode }) {
  return <span className="inline-block text-[min(1em,7vw)] whitespace-nowrap tabular-nums">{children}</span>
}
