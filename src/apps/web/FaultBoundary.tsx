import { Component, type ComponentChildren } from 'preact'
import { PageMissing } from './PageMissing.tsx'

/** A page that fails does not take the frame with it. */
export class FaultBoundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <PageMissing /> : this.props.children
  }
}
