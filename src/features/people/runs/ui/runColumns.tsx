import { showInstant } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import type { Column } from '#platform/web/kit/listingProps.ts'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { say } from '#platform/web/language.ts'
import { runColumns } from '../columns.ts'
import type { RunRow } from './answers.ts'
import { runJobAgain } from './calls.ts'
import { StateMark } from './StateMark.tsx'

/** What a run says of itself; one that failed is sent again from here, where one may. */
export const shownRuns = (mayRun: boolean): readonly Column<RunRow>[] =>
  shown(runColumns, {
    state: (run) => <State run={run} />,
    said: (run) => {
      const again = mayRun && run.state === 'failed'
      if (!run.said && !again) return null
      return (
        <div>
          {run.said && say(run.said)}
          {again && <Again run={run} />}
        </div>
      )
    },
  })

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
