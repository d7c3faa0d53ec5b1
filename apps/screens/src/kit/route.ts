import type { ComponentType } from 'react'

type NamesIn<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

export type RouteParams<Pattern extends string> = { readonly [Name in NamesIn<Pattern>]: string }

/** A page's address: `pattern` for the router, `url` for links. */
export type PageAddress<Pattern extends string = string> = {
  readonly pattern: Pattern
  readonly url: NamesIn<Pattern> extends never ? () => string : (params: RouteParams<Pattern>) => string
}

/** Makes a typed address from a pattern such as `/orders/:id`. */
export function route<const Pattern extends string>(pattern: Pattern): PageAddress<Pattern> {
  const url = (params?: RouteParams<Pattern>) =>
    pattern.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(new Map(Object.entries(params ?? {})).get(name) ?? '')),
    )
  return { pattern, url: url as PageAddress<Pattern>['url'] } // the conditional type is decided by the pattern
}

/** What a room contributes to a screen: an address and the page that is loaded when somebody goes there. */
export type PageRoute = {
  readonly at: { readonly pattern: string }
  // Pages differ in their params; the router hands over strings by the names in the pattern.
  readonly page: () => Promise<{ default: ComponentType<{ params: Record<string, string> }> }>
}

/** A page component for an address: `function OrderPage({ params }: PageProps<typeof hand.order>)`. */
export type PageProps<A> =
  A extends PageAddress<infer Pattern> ? { readonly params: RouteParams<Pattern> } : never
