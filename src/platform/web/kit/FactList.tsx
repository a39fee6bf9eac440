import type { ComponentChildren } from 'preact'
import { say, type Words } from '../language.ts'

export type Fact = { readonly label: Words; readonly value: ComponentChildren }

/** Names and their values, one under another. */
export const FactList = ({ of }: { of: readonly Fact[] }) => (
  <dl class="facts">
    {of.map((fact) => (
      <div key={say(fact.label)}>
        <dt>{say(fact.label)}</dt>
        <dd>{fact.value ?? <span class="quiet">{say({ vi: 'chưa có', en: 'none yet' })}</span>}</dd>
      </div>
    ))}
  </dl>
)
