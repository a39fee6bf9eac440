/** The class of a household: a stair of four steps and the word. Told apart without colour, on screen and on paper. */
import { classWords } from '#kernel/classes.ts'
import { say } from '../language.ts'

export type HouseholdClass = 'poor' | 'near_poor' | 'average' | 'not_poor'

const steps: readonly HouseholdClass[] = ['poor', 'near_poor', 'average', 'not_poor']

type Props = { readonly of: HouseholdClass | null; readonly big?: boolean }

/** Null: not decided by the facts at hand. `big` where it is what the page is about. */
export const ClassMark = ({ of, big = false }: Props) => (
  <span class={`class-mark ${of ?? 'open'} ${big ? 'big' : ''}`}>
    <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
      {steps.map((step, at) => (
        <rect
          key={step}
          x={at * 4 + 0.5}
          y={8.5 - at * 2.5}
          width="3"
          height={3 + at * 2.5}
          class={of !== null && at <= steps.indexOf(of) ? 'full' : 'hollow'}
        />
      ))}
    </svg>
    {of ? say(classWords[of]) : say({ vi: 'Chưa xác định', en: 'Not determined' })}
  </span>
)
