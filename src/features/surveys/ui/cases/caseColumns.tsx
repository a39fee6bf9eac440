import { type CaseState, caseStateWords } from '#features/rounds/model.ts'
import { whyLeft } from '#features/rounds/rules/cases.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { today } from '#platform/web/day.ts'
import { Badge, type BadgeLook } from '#platform/web/kit/Badge.tsx'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import type { Column } from '#platform/web/kit/listingProps.ts'
import { shown } from '#platform/web/kit/shown.ts'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { caseTexts } from '../../columns.ts'
import type { CaseRow, VerdictLine } from '../../model.ts'
import { WhyButton, WhyHeld } from '../verdict/WhyButton.tsx'
import type { WhyOf } from '../verdict/WhyDialog.tsx'

const looks: Record<CaseState, BadgeLook> = {
  listed: 'plain',
  assigned: 'plain',
  submitted: 'waits',
  returned: 'late',
  accepted: 'done',
  ended: 'plain',
}

type Options = { readonly round: RoundAnswer | null; readonly onWhy: (of: WhyOf) => void }

export function caseColumns({ round, onWhy }: Options): Column<CaseRow>[] {
  const verdict = (of: VerdictLine | null, row: CaseRow) =>
    of && (
      <span>
        <ClassMark of={of.class} />{' '}
        <WhyButton name={row.headName} onClick={() => onWhy({ ...row, purpose: of.purpose })} />
      </span>
    )
  const asked = { closes: Boolean(round?.closes), holdFrom: round?.round.classesHoldFrom ?? null, today: today() }
  return shown(caseTexts(asked), {
    village: (row) => <Whole>{row.villageName}</Whole>,
    number: (row) => <Whole>{row.number}</Whole>,
    state: (row) => <StateOf row={row} />,
    before: (row) => <Before row={row} />,
    opens: (row) => verdict(row.opens, row),
    closes: (row) => verdict(row.closes, row),
  })
}

/** A short name stays on its line; a long one may break. */
const Whole = ({ children }: { children: string }) => (
  <span class={children.length <= 10 ? 'surveys-whole' : undefined}>{children}</span>
)

const StateOf = ({ row }: { row: CaseRow }) => (
  <span>
    <Badge look={looks[row.state]}>{caseStateWords[row.state]}</Badge>
    {row.leftBecause && <small class="quiet"> {say(whyLeft[row.leftBecause])}</small>}
    {row.notes > 0 && (
      <small class="quiet"> {say({ vi: '{n} nhận xét', en: '{n} comments' }, { n: showNumber(row.notes) })}</small>
    )}
  </span>
)

const Before = ({ row }: { row: CaseRow }) =>
  row.classBefore ? (
    <span>
      <ClassMark of={row.classBefore} /> <WhyHeld householdId={row.householdId} name={row.headName} />
    </span>
  ) : (
    <span class="quiet">{say({ vi: 'chưa có', en: 'none' })}</span>
  )
