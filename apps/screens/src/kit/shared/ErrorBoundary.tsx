import { Component, type ReactNode } from 'react'

type Props = {
  readonly children: ReactNode
  /** Shown instead of the children after an error. */
  readonly otherwise: (error: Error) => ReactNode
  /** A new value, such as another address, gives the children a fresh start. */
  readonly of: string
}

/** Catches what a page throws while it renders, so that one broken page never blanks the screen. */
export class ErrorBoundary extends Component<Props, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidUpdate(before: Props) {
    if (before.of !== this.props.of && this.state.error) this.setState({ error: undefined })
  }

  override render() {
    return this.state.error ? this.props.otherwise(this.state.error) : this.props.children
  }
}
