/** Every village with who is proposed for it: changed where a person knows better, given in one act. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { InputOf, OutputOf } from '#kernel/endpoint.ts'
import type { AccountId, AreaId, RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { type EditInHand, useEdit } from '#platform/web/edits.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { type Read, refresh } from '#platform/web/reads.ts'
import type * as contract from '../../assigning/contract.ts'
import { proposalWords } from '../../assigning/model.ts'
import { assignVillages } from '../../assigning/ui/calls.ts'
import { roundPath } from '../addresses.ts'
import type { ProposalAnswer, ProposalRow, RoundAnswer } from '../answers.ts'
import { chooseVillages, givenWords } from './given.ts'

/** Who was chosen otherwise than proposed. */
type Own = ReadonlyMap<AreaId, AccountId | null>
const nothing: Own = new Map()
type Done = OutputOf<typeof contract.assignVillages>

/** What would change: a village nobody has, households nobody has, or another person chosen. */
const changes = (row: ProposalRow, chosen: AccountId | null): boolean =>
  chosen !== null && (chosen !== row.enumeratorId || row.open > 0)

/** The form stands while a village waits, somebody was chosen otherwise, or what two gave is being decided on. */
export function Proposal({ of, read: { data, problem, again } }: { of: RoundAnswer; read: Read<ProposalAnswer> }) {
  const draft = useDraft('rounds.proposal', of.round.roundId)
  const [own, setOwn] = useTyped<Own>(draft, 'own', nothing)
  const [done, setDone] = useState<Done | null>(null)
  const assigning = useEdit(useChange(assignVillages, { draft }), chooseVillages)
  if (!data) return <ProblemNote of={problem} again={again} />
  const waits = data.villages.some((row) => row.because !== 'kept' || row.open > 0)
  const isOpen = waits || own.size > 0 || assigning.pending || assigning.touching.length > 0
  const finish = (answer: Done) => {
    setDone(answer)
    setOwn(nothing)
  }
  if (!isOpen) return assigning.problem ? <ProblemNote of={assigning.problem} /> : done && <Given of={done} />
  return <ProposalForm {...{ of, data, draft, own, setOwn, assigning }} onDone={finish} />
}

/** Said where the form is gone with what it has done, and brought into sight. */
function Given({ of: { villages, assigned } }: { of: Done }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'center' }), [])
  return (
    <div ref={box} role="status">
      <Notice>
        {say(
          { vi: 'Đã giao {n} thôn, {households} hộ.', en: 'Assigned: {n} villages, {households} households.' },
          { n: showNumber(villages), households: showNumber(assigned) },
        )}
      </Notice>
    </div>
  )
}

type FormProps = {
  readonly of: RoundAnswer
  readonly data: ProposalAnswer
  readonly draft: Draft
  readonly own: Own
  readonly setOwn: (own: Own) => void
  readonly assigning: EditInHand<InputOf<typeof contract.assignVillages>, Done>
  readonly onDone: (done: Done) => void
}

function ProposalForm({ of, data, draft, own, setOwn, assigning, onDone }: FormProps) {
  const chosenOf = ({ villageId, proposed }: ProposalRow) =>
    own.has(villageId) ? (own.get(villageId) ?? null) : proposed
  const given = data.villages.flatMap((row) => {
    const accountId = chosenOf(row)
    return accountId && changes(row, accountId) ? [{ villageId: row.villageId, accountId }] : []
  })
  // As it is shown: a village that somebody else gave meanwhile is shown side by side.
  const holders = data.villages.map((row) => ({ villageId: row.villageId, accountId: row.enumeratorId }))
  const without = data.villages.filter((row) => chosenOf(row) === null)
  const households = data.villages.reduce((sum, row) => sum + (chosenOf(row) ? row.open : 0), 0)
  const whyNot = given.length > 0 ? null : { vi: 'Chưa chọn ai cho thôn nào.', en: 'Nobody is chosen for a village.' }
  const give = async () => {
    if (whyNot) return
    const done = await assigning.run({ roundId: of.round.roundId, given, was: { holders } })
    if (done) onDone(done)
    else refresh()
  }
  return (
    <Section title={{ vi: 'Đề xuất giao từng thôn', en: 'Proposal for every village' }}>
      <p>
        {say({
          vi: 'Mỗi thôn được đề xuất cho rà soát viên của thôn, hoặc người đã làm kỳ trước. Đổi ở dòng nào cần đổi rồi giao một lần. Hộ đã giao riêng cho người khác thì giữ nguyên.',
          en: 'Each village is proposed to its own enumerator, or to who had it in the last round. Change what must be changed, then assign all at once. Households given to somebody else one by one stay there.',
        })}
      </p>
      <Without rows={without} roundId={of.round.roundId} />
      <Form
        onSubmit={() => void give()}
        draft={draft}
        problem={assigning.problem}
        actions={
          <Button look="primary" submit pending={assigning.pending} whyNot={whyNot}>
            {say(
              { vi: 'Giao {n} thôn, {households} hộ', en: 'Assign {n} villages, {households} households' },
              { n: showNumber(given.length), households: showNumber(households) },
            )}
          </Button>
        }
      >
        <ProposalTable
          data={data}
          chosenOf={chosenOf}
          onChoose={(villageId, accountId) => setOwn(new Map(own).set(villageId, accountId))}
        />
      </Form>
      <Decide
        of={assigning}
        about={of.round.name}
        words={givenWords((id) => data.villages.find((row) => row.villageId === id)?.name ?? '')}
        onDone={onDone}
      />
    </Section>
  )
}

/** Villages for whom a person must choose, and those that nobody may survey. */
function Without({ rows, roundId }: { rows: readonly ProposalRow[]; roundId: RoundId }) {
  const to = useTo()
  const names = (because: ProposalRow['because']) =>
    rows.filter((row) => row.because === because).map((row) => row.name)
  const [nobody, several, held] = [names('nobody'), names('several'), names('held_back')]
  if (nobody.length + several.length + held.length === 0) return null
  return (
    <div class="notice waits" role="note">
      {several.length > 0 && (
        <p>
          {say(
            { vi: 'Có nhiều người, hãy chọn: {names}.', en: 'Several may survey, choose one: {names}.' },
            { names: several.join(', ') },
          )}
        </p>
      )}
      {held.length > 0 && (
        <p>
          {say(
            {
              vi: 'Người khảo sát được chưa có chứng nhận còn hạn: {names}.',
              en: 'Who may survey there holds no valid credential: {names}.',
            },
            { names: held.join(', ') },
          )}{' '}
          <a href={to(`${roundPath(roundId)}/chung-nhan`)}>
            {say({ vi: 'Xem ai, và cho phép ai', en: 'See who, and whom to let through' })}
          </a>
        </p>
      )}
      {nobody.length > 0 && (
        <p>
          {say(
            { vi: 'Chưa có ai được giao quyền khảo sát: {names}.', en: 'Nobody may survey yet: {names}.' },
            { names: nobody.join(', ') },
          )}{' '}
          <a href={to('/quyen')}>{say({ vi: 'Xem ai có quyền', en: 'See who has access' })}</a>
        </p>
      )}
    </div>
  )
}

type TableProps = {
  readonly data: ProposalAnswer
  readonly chosenOf: (row: ProposalRow) => AccountId | null
  readonly onChoose: (villageId: AreaId, accountId: AccountId | null) => void
}

const heads = {
  who: { vi: 'Rà soát viên', en: 'Enumerator' },
  why: { vi: 'Vì sao', en: 'Why' },
  open: { vi: 'Hộ chưa giao', en: 'Not assigned' },
}

/** All villages on one page: what is confirmed at once is seen at once. */
const ProposalTable = ({ data, chosenOf, onChoose }: TableProps) => (
  <div class="table-frame whole">
    <table>
      <caption class="only-heard">{say({ vi: 'Đề xuất giao từng thôn', en: 'Proposal for every village' })}</caption>
      <thead>
        <tr>
          <th scope="col">{say({ vi: 'Thôn', en: 'Village' })}</th>
          <th scope="col">{say(heads.who)}</th>
          <th scope="col">{say(heads.why)}</th>
          <th scope="col" class="number">
            {say(heads.open)}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.villages.map((row) => (
          <tr key={row.villageId}>
            <th scope="row">{row.name}</th>
            <td data-head={say(heads.who)}>
              <Chooser row={row} data={data} chosen={chosenOf(row)} onChoose={onChoose} />
            </td>
            <td data-head={say(heads.why)}>
              <Why row={row} chosen={chosenOf(row)} />
            </td>
            <td data-head={say(heads.open)} class="number">
              {showNumber(row.open)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

type ChooserProps = Pick<TableProps, 'data' | 'onChoose'> & { row: ProposalRow; chosen: AccountId | null }

function Chooser({ row, data, chosen, onChoose }: ChooserProps) {
  if (row.because === 'nobody') return <Badge look="waits">{{ vi: 'chưa có ai', en: 'nobody' }}</Badge>
  const people = data.enumerators.filter((one) => row.fitting.includes(one.accountId))
  return (
    <select
      aria-label={say({ vi: 'Rà soát viên của {name}', en: 'Enumerator of {name}' }, { name: row.name })}
      value={chosen ?? ''}
      onChange={(event) => onChoose(row.villageId, (event.currentTarget.value || null) as AccountId | null)}
    >
      <option value="">{say({ vi: 'Chưa giao', en: 'Nobody' })}</option>
      {people.map((one) => (
        <option key={one.accountId} value={one.accountId} disabled={one.heldBack && one.accountId !== row.enumeratorId}>
          {one.name}
          {one.heldBack && ` (${say({ vi: 'chưa có chứng nhận còn hạn', en: 'no valid credential' })})`}
        </option>
      ))}
    </select>
  )
}

function Why({ row, chosen }: { row: ProposalRow; chosen: AccountId | null }) {
  if (chosen !== row.proposed && chosen !== null) return say({ vi: 'bạn chọn', en: 'your choice' })
  const lapsed = row.enumeratorId !== null && !row.fitting.includes(row.enumeratorId)
  return (
    <>
      {say(proposalWords[row.because])}
      {lapsed &&
        say(
          { vi: '; {name} không còn là rà soát viên ở đây', en: '; {name} is no longer an enumerator here' },
          { name: row.enumeratorName ?? '' },
        )}
    </>
  )
}
