/** Answers from outside: the schema, then what a schema cannot see, told in one sentence. */
import { Compile } from 'typebox/compile'
import type { PlainDate } from '#kernel/dates.ts'
import { type Facts, FactsSchema } from './model/facts.ts'
import { factFaults } from './rules/faults.ts'

const compiled = Compile(FactsSchema)

const says = {
  born_after: 'is born after the day',
  no_such_day: 'is no day of the calendar',
  same_person: 'stands twice',
  heads: 'have more than one head',
  count_differs: 'differs from the number of members listed',
  region: 'does not fit the settlement',
  unprintable: 'has a letter that papers cannot show',
} as const

/** The facts, or the first thing that is wrong with them: `/housing/wall must be equal to one of ...`. */
export function readFacts(value: unknown, day: PlainDate): { facts: Facts } | { fault: string } {
  if (!compiled.Check(value)) {
    const [first] = compiled.Errors(value)
    const extra = first?.keyword === 'boolean' ? 'is not an answer of the form' : first?.message
    return { fault: `${first?.instancePath || 'the household'} ${extra ?? 'is not valid'}` }
  }
  const [fault] = factFaults(value, day)
  return fault === undefined ? { facts: value } : { fault: `${fault.path} ${says[fault.code]}` }
}
