import { useState } from 'preact/hooks'
import { householdPath } from '#features/surveys/ui/addresses.ts'
import { WhyButton, WhyHeld } from '#features/surveys/ui/verdict/WhyButton.tsx'
import { WhyDialog, type WhyOf } from '#features/surveys/ui/verdict/WhyDialog.tsx'
import { classWords } from '#kernel/classes.ts'
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type Column, listAs } from '#platform/web/kit/listingProps.ts'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { entryColumns, noneBefore } from '../columns.ts'
import { CorrectButton } from '../correction/ui/CorrectButton.tsx'
import { CorrectionLines } from '../correction/ui/CorrectionLines.tsx'
import { movements, movementWords } from '../model.ts'
import { certificatesPdf } from '../printed/ui/calls.ts'
import type { DecisionAnswer, EntryRow } from './answers.ts'
import { entriesFile } from './calls.ts'
import type { EntryFilter, EntryFilterName } from './entryFilter.ts'

type Props = { readonly of: DecisionAnswer; readonly filter: EntryFilter }

export function EntryList({ of, filter }: Props) {
  const [why, setWhy] = useState<WhyOf | null>(null)
  const to = useTo()
  const { page: _page, ...asked } = filter.input
  return (
    <>
      <Listing
        name="decision-entries"
        caption={{ vi: 'Hộ trong quyết định', en: 'Households of the decision' }}
        rows={of.entries}
        rowKey={(row) => row.householdId}
        href={(row) => (row.livesIn === null ? to(householdPath(row.householdId)) : null)}
        columns={columnsOf(of, setWhy)}
        total={of.total}
        file={listAs(entriesFile, { decisionId: of.decisionId, ...asked })}
        filters={<Filters filter={filter} />}
        empty={<Empty title={{ vi: 'Không có hộ nào theo bộ lọc này.', en: 'No household by this filter.' }} />}
      />
      {why && <WhyDialog of={why} onClose={() => setWhy(null)} />}
    </>
  )
}

const columnsOf = (of: DecisionAnswer, onWhy: (of: WhyOf) => void): Column<EntryRow>[] =>
  shown(entryColumns, {
    class: (row) => (
      <span>
        <ClassMark of={row.class} /> <Why row={row} onWhy={onWhy} />
      </span>
    ),
    before: (row) =>
      row.classBefore ? (
        <span>
          <ClassMark of={row.classBefore} />{' '}
          {row.livesIn === null && <WhyHeld householdId={row.householdId} name={row.headName} />}
        </span>
      ) : (
        <span class="quiet">{say(noneBefore)}</span>
      ),
    certificate: (row) => <Certificate of={of} row={row} />,
  })

type WhyProps = { readonly row: EntryRow; readonly onWhy: (of: WhyOf) => void }

/** Of a household that lives where the reader does not reach, the reasons are not his to read. */
function Why({ row, onWhy }: WhyProps) {
  const { caseId } = row
  if (caseId === null || row.livesIn !== null) return null
  return <WhyButton name={row.headName} onClick={() => onWhy({ ...row, caseId, purpose: 'opens' })} />
}

/** One certificate; before the decision is in force only a draft, which says so on its face. */
function Certificate({ of, row }: { of: DecisionAnswer; row: EntryRow }) {
  if (row.class !== 'poor' && row.class !== 'near_poor') return null
  const final = of.state === 'in_force' && of.can.includes('download_final')
  const input = { decisionId: of.decisionId, householdId: row.householdId, ...(final && { final: true }) }
  const corrected = of.corrections.filter((one) => one.householdId === row.householdId)
  return (
    <>
      <a href={href(certificatesPdf, input)} download>
        {row.certificateNumber ?? say({ vi: 'Bản nháp', en: 'Draft' })}
        <span class="only-heard"> {row.headName}</span>
      </a>
      {row.issuedBy && (
        <span class="quiet">
          {' '}
          {say({ vi: '({commune} cấp)', en: '(issued by {commune})' }, { commune: row.issuedBy })}
        </span>
      )}
      {corrected.length > 0 && <CorrectionLines of={corrected} names={false} />}
      {row.certificateEnded && <span class="quiet"> ({say(row.certificateEnded)})</span>}
      {row.livesIn !== null && (
        <p class="quiet">
          {say({ vi: 'Hộ nay thuộc {commune}', en: 'Lives in {commune} now' }, { commune: row.livesIn })}
        </p>
      )}
      {of.can.includes('correct') && isOpenTo(row, corrected) && (
        <CorrectButton decisionId={of.decisionId} householdId={row.householdId} name={row.headName} />
      )}
    </>
  )
}

/** A certificate that holds, of a household within reach, and is not being put right already. */
const isOpenTo = (row: EntryRow, corrected: DecisionAnswer['corrections']): boolean =>
  row.certificateId !== null &&
  row.certificateEnded === null &&
  row.livesIn === null &&
  !corrected.some(({ state }) => state === 'drafted')

const all = { value: 'all', label: { vi: 'Tất cả', en: 'All' } }
const classChoices = [
  all,
  ...(['poor', 'near_poor', 'average', 'not_poor'] as const).map((value) => ({ value, label: classWords[value] })),
]
const movementChoices = [all, ...movements.map((value) => ({ value, label: movementWords[value] }))]

function Filters({ filter }: { filter: EntryFilter }) {
  const choose = (name: EntryFilterName, label: Words, choices: { value: string; label: Words }[]) => (
    <ChoiceField
      label={label}
      required
      as="select"
      choices={choices}
      value={String(filter.input[name] ?? 'all')}
      onChange={(value) => filter.set(name, value === 'all' ? null : value)}
    />
  )
  return (
    <>
      {choose('class', { vi: 'Diện', en: 'Class' }, classChoices)}
      {choose('movement', { vi: 'Biến động', en: 'Movement' }, movementChoices)}
      {filter.any && (
        <Button look="quiet" onClick={filter.clear}>
          {say({ vi: 'Bỏ lọc', en: 'Clear the filter' })}
        </Button>
      )}
    </>
  )
}
