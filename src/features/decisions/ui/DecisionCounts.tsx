import { classWords } from '#kernel/classes.ts'
import { Stat } from '#platform/web/kit/Stat.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { movementWords } from '../model.ts'
import type { DecisionAnswer } from './answers.ts'
import type { EntryFilter } from './entryFilter.ts'

const classOrder = ['poor', 'near_poor', 'average', 'not_poor'] as const

/** Households by class and by what moved; each number narrows the list below to what it counts. */
export const DecisionCounts = ({ of, filter }: { of: DecisionAnswer; filter: EntryFilter }) => (
  <>
    <div class="stats">
      {classOrder
        .flatMap((which) => of.counts.filter((one) => one.class === which))
        .map((one) => (
          <Stat
            key={one.class}
            label={classWords[one.class]}
            value={one.households}
            href={filter.address('class', one.class)}
            note={say({ vi: '{n} nhân khẩu', en: '{n} persons' }, { n: showNumber(one.persons) })}
          />
        ))}
    </div>
    <ul class="decisions-movements">
      {of.movements
        .filter((one) => one.count > 0)
        .map(({ movement, count }) => (
          <li key={movement}>
            {say(movementWords[movement])}:{' '}
            <a class="tabular" href={filter.address('movement', movement)}>
              {showNumber(count)}
            </a>
          </li>
        ))}
    </ul>
  </>
)
