/** Which job, in which state; both live in the address. */
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { runStates, stateWords } from '../words.ts'
import type { JobRow } from './answers.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const states = runStates.map((state) => {
  const { vi, en } = stateWords[state]
  return { value: state, label: { vi: capital(vi), en: capital(en) } }
})

export function RunFilters({ jobs }: { jobs: readonly JobRow[] }) {
  return (
    <>
      <FilterChoice
        name="viec"
        label={{ vi: 'Việc', en: 'Job' }}
        choices={jobs.map((one) => ({ value: one.job, label: one.says }))}
      />
      <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={states} />
    </>
  )
}
