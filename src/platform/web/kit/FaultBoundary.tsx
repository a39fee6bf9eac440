import { Component, type ComponentChildren } from 'preact'

type Props = {
  readonly children: ComponentChildren
  readonly instead: ComponentChildren
  /** Another place is tried anew. */
  readonly at: string
}

/** A page that fails does not take the frame with it. */
export class FaultBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate({ at }: Props) {
    if (at !== this.props.at && this.state.failed) this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children
  }
}
