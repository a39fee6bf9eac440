/** Which job, in which state; both live in the address. */
import { useFilter } from '#platform/web/address.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { runStates, stateWords } from '../words.ts'
import type { JobRow } from './answers.ts'

const all = { value: '', label: { vi: 'Tất cả', en: 'All' } }
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const states = runStates.map((state) => {
  const { vi, en } = stateWords[state]
  return { value: state, label: { vi: capital(vi), en: capital(en) } }
})

export function RunFilters({ jobs }: { jobs: readonly JobRow[] }) {
  const [job, setJob] = useFilter('viec')
  const [state, setState] = useFilter('tinh-trang')
  return (
    <>
      <ChoiceField
        label={{ vi: 'Việc', en: 'Job' }}
        required
        as="select"
        choices={[all, ...jobs.map((one) => ({ value: one.job, label: one.says }))]}
        value={job}
        onChange={(value) => setJob(value || null)}
      />
      <ChoiceField<string>
        label={{ vi: 'Tình trạng', en: 'State' }}
        required
        as="select"
        choices={[all, ...states]}
        value={state}
        onChange={(value) => setState(value || null)}
      />
    </>
  )
}
