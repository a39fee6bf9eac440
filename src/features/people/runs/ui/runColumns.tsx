import { showNumber } from '#kernel/numbers.ts'
import { useChange } from '#platform/web/changes.ts'
import { showInstant } from '#platform/web/format.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import type { Column } from '#platform/web/kit/listingProps.ts'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import type { RunRow } from './answers.ts'
import { runJobAgain } from './calls.ts'
import { StateMark } from './StateMark.tsx'

/** What a run says of itself; one that failed is sent again from here, where one may. */
export const runColumns = (mayRun: boolean): readonly Column<RunRow>[] => [
  { key: 'job', head: { vi: 'Việc', en: 'Job' }, cell: (run) => say(run.says) },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, cell: (run) => <State run={run} /> },
  {
    key: 'said',
    head: { vi: 'Kết quả', en: 'Outcome' },
    cell: (run) => (
      <div>
        {run.said && say(run.said)}
        {mayRun && run.state === 'failed' && <Again run={run} />}
      </div>
    ),
  },
  {
    key: 'at',
    head: { vi: 'Lúc', en: 'At' },
    cell: ({ endedAt, startedAt, askedAt }) => showInstant(endedAt ?? startedAt ?? askedAt),
  },
  { key: 'tries', head: { vi: 'Lần thử', en: 'Tries' }, number: true, cell: (run) => showNumber(run.tries) },
  {
    key: 'by',
    head: { vi: 'Ai giao', en: 'Asked by' },
    cell: (run) => run.by ?? say({ vi: 'theo lịch', en: 'the schedule' }),
  },
  { key: 'asked', head: { vi: 'Giao lúc', en: 'Asked at' }, cell: (run) => showInstant(run.askedAt), off: true },
  { key: 'took', head: { vi: 'Mất (giây)', en: 'Took (s)' }, number: true, cell: tookSeconds, off: true },
]

const State = ({ run: { state, dueAt } }: { run: RunRow }) => (
  <div>
    <StateMark state={state} />
    {state === 'retrying' && dueAt && <span class="quiet people-run-said">{showInstant(dueAt)}</span>}
  </div>
)

function Again({ run: { job, runId } }: { run: RunRow }) {
  const sending = useChange(runJobAgain)
  return (
    <div class="people-run-act">
      <ProblemNote of={sending.problem} />
      <Button pending={sending.pending} onClick={() => sending.run({ job, runId })}>
        {say({ vi: 'Chạy lại', en: 'Run again' })}
      </Button>
    </div>
  )
}

/** How long the last try took. */
function tookSeconds({ startedAt, endedAt }: RunRow): string {
  if (!startedAt || !endedAt) return ''
  return showNumber(Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 100) / 10)
}
