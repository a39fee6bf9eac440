/** Of an act on many households, those for which it was not done, each with the reason. */
import { say, type Words } from '#platform/web/language.ts'
import type { LeftOut } from '../model/views.ts'

type Props = { readonly title: Words; readonly again: Words; readonly of: readonly LeftOut[] }

/** `again`: what to do where a reason would let it be done. */
export function LeftOuts({ title, again, of }: Props) {
  if (of.length === 0) return null
  return (
    <div>
      <p>{say(title)}</p>
      <ul class="bullets close">
        {of.map((one) => (
          <li key={one.householdId}>
            {[one.headName, one.number].filter(Boolean).join(', ')}: {say(one.said)} {one.withReason && say(again)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Of a refusal that names them. */
export const leftIn = (fact: unknown): readonly LeftOut[] => (Array.isArray(fact) ? (fact as LeftOut[]) : [])
