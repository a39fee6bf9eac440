/** My households to survey: what came back first, then what is to be done, by village. */

import { useEffect, useMemo, useState } from 'preact/hooks'
import { dayInVietnam, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { ReviewCaseId, RoundId } from '#kernel/ids.ts'
import { useFilter } from '#platform/web/address.ts'
import { listDrafts } from '#platform/web/drafts.ts'
import { useKeptRead } from '#platform/web/keptReads.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { calling } from '#platform/web/kit/calling.ts'
import { KeptNote } from '#platform/web/kit/KeptNote.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { outbox } from '#platform/web/outbox.ts'
import { holds } from '#platform/web/session.ts'
import { CarriedLink } from '../carried/ui/CarriedLink.tsx'
import type * as contract from '../contract.ts'
import type { Notice as Told } from '../notices/model.ts'
import { likelyDoubles } from '../notices/rules/doubles.ts'
import { myNotices } from '../notices/ui/calls.ts'
import { knownOf, toldOf } from '../notices/ui/known.ts'
import { noticesPath, unlistedPath } from '../notices/ui/paths.ts'
import { unsentNotices } from '../notices/ui/sending.ts'
import { AtHomeLine } from '../slice/ui/AtHome.tsx'
import { countHome, takeHome } from '../slice/ui/takeHome.ts'
import { mySurveys } from './calls.ts'
import { HandedOn } from './HandedOn.tsx'
import { groupsOf, HouseholdGroup, useDrawn } from './HouseholdGroup.tsx'
import { standWords } from './HouseholdRow.tsx'
import {
  counted,
  countsOf,
  matching,
  type Order,
  orderOf,
  orderWords,
  progressOf,
  type Row,
  type Stand,
  standOf,
  stands,
  waitsOf,
  waitsWords,
} from './householdRows.ts'
import { dropConfirmed, lastSending } from './onDevice.ts'
import './surveys.css'

type Mine = OutputOf<typeof contract.mySurveys>

export default function MyHouseholdsPage() {
  const mine = useKeptRead(mySurveys, {})
  return (
    <Page
      title={{ vi: 'Hộ của tôi', en: 'My households' }}
      state={mine.data && stateOf(mine.data.data)}
      action={holds('household.carry') && <CarriedLink />}
    >
      <Reading of={mine} rows={8}>
        {({ data, keptAt, asking }) => (
          <>
            <KeptNote at={asking ? null : keptAt} />
            <TakenHome of={data} heard={keptAt === null ? 'now' : asking ? 'asking' : 'before'} />
            <Given of={data} />
          </>
        )}
      </Reading>
    </Page>
  )
}

/** With a line, the forms still to be filled in are fetched behind the list; without one those that lie here are counted. */
function TakenHome({ of, heard }: { of: Mine; heard: 'now' | 'asking' | 'before' }) {
  const open = of.cases.filter(({ state }) => toFill.includes(state))
  const which = open.map((row) => `${row.caseId} ${row.changedAt}`).join()
  useEffect(() => {
    if (heard === 'now') void takeHome(open).catch(() => undefined)
    else if (heard === 'before') void countHome(open).catch(() => undefined)
  }, [which, heard])
  return <AtHomeLine />
}
const toFill: readonly string[] = ['returned', 'assigned', 'listed']

function Given({ of }: { of: Mine }) {
  const told = useKeptRead(myNotices, {}).data?.data.notices ?? noNotices
  const handedOn = of.handedOn ?? []
  const begun = useBegun([...of.cases, ...handedOn].map(({ caseId }) => caseId))
  return (
    <>
      <HandedOn of={handedOn} begun={begun} />
      {of.cases.length === 0 ? (
        <>
          <NoHousehold />
          <NoticeWays told={told} contacts={of.contacts} />
        </>
      ) : (
        <Households of={of} begun={begun} told={told} />
      )}
    </>
  )
}

const noNotices: readonly Told[] = []

/** What is not on this list, what was told of it, and whom to ask in the commune. */
const NoticeWays = ({ told, contacts = [] }: { told: readonly Told[]; contacts: Mine['contacts'] }) => (
  <p class="surveys-told">
    <a href={unlistedPath}>{say({ vi: 'Báo hộ chưa có', en: 'Not on the list' })}</a>
    <a href={noticesPath}>
      {say({ vi: 'Tin báo của tôi', en: 'My notices' })}{' '}
      <span class="count">{showNumber(told.length + unsentNotices(outbox.value).length)}</span>
    </a>
    {contacts.map(({ communeId, communeName, name, phone }) => (
      <a key={communeId} class="surveys-official" {...calling(phone, `${name}, ${communeName}`)}>
        {contacts.length === 1
          ? say({ vi: 'Gọi cán bộ xã', en: 'Call the official' })
          : say({ vi: 'Gọi cán bộ {commune}', en: 'Call {commune}' }, { commune: communeName })}
        : {name}
      </a>
    ))}
  </p>
)

function stateOf({ rounds }: Mine): string {
  if (rounds.length === 0) return say({ vi: 'Chưa có kỳ rà soát nào cần khảo sát.', en: 'No round needs surveys now.' })
  return rounds
    .map(({ name, windowUntil }) =>
      say({ vi: '{name}, hạn {day}.', en: '{name}, until {day}.' }, { name, day: showDate(windowUntil) }),
    )
    .join(' ')
}

const NoHousehold = () => (
  <Empty
    title={{ vi: 'Chưa có hộ nào được giao cho bạn.', en: 'No household has been given to you yet.' }}
    why={{
      vi: 'Công chức xã giao hộ khi kỳ rà soát bắt đầu.',
      en: 'The commune official assigns households when a review round begins.',
    }}
  />
)

/** Forms begun on this phone; drafts of what the server has are let go. */
function useBegun(caseIds: readonly ReviewCaseId[]): ReadonlySet<ReviewCaseId> {
  const [begun, setBegun] = useState<ReadonlySet<ReviewCaseId>>(new Set())
  const known = outbox.value
  useEffect(() => {
    let stands = true
    const look = async () => {
      await dropConfirmed(caseIds)
      const drafts = await listDrafts('survey')
      if (stands) setBegun(new Set(drafts.map((draft) => draft.id as ReviewCaseId)))
    }
    look().catch(() => undefined)
    return () => {
      stands = false
    }
  }, [known, caseIds.length])
  return begun
}

type HouseholdsProps = {
  readonly of: Mine
  readonly begun: ReadonlySet<ReviewCaseId>
  readonly told: readonly Told[]
}

function Households({ of: { cases, rounds: open, contacts }, begun, told }: HouseholdsProps) {
  const [text, setText] = useState('')
  const [stand, setStand] = useFilter('tt')
  const [kind, setKind] = useFilter('viec')
  const [round] = useFilter('ky')
  const [order, setOrder] = useFilter('xep')
  const mine: Row[] = cases.map((row) => ({ of: row, stand: standOf(row, { begun, sendingOf: lastSending }) }))
  const waits = waitsOf(kind)
  const all = waits ? counted(mine, { waits, round }) : mine
  // Where only one round is open, its name stands above the list and not on every row.
  const rounds = new Map(open.map((round) => [round.roundId, round.name]))
  const roundOf = (row: Row) => (rounds.size > 1 ? [rounds.get(row.of.roundId) ?? ''] : [])
  const doubles = useMemo(() => likelyDoubles(knownOf(cases)), [JSON.stringify(cases)])
  const noticeOf = (row: Row) => ({ told: toldOf(told, row.of.caseId), doubles: doubles.get(row.of.householdId) ?? [] })
  const found = matching(all, text).filter((row) => stand === '' || row.stand === stand)
  const drawn = useDrawn(groupsOf(found, orderOf(order)))
  return (
    <>
      {waits && (
        <p>
          {say(waitsWords[waits])}
          {rounds.has(round as RoundId) && `: ${rounds.get(round as RoundId)}`}.{' '}
          <Button look="quiet" onClick={() => setKind(null)}>
            {say({ vi: 'Xem tất cả hộ của tôi', en: 'See all my households' })}
          </Button>
        </p>
      )}
      <TextField
        label={{ vi: 'Tìm hộ', en: 'Find a household' }}
        type="search"
        required
        value={text}
        onChange={setText}
      />
      <div class="surveys-over">
        <Progress rows={all} />
        <NoticeWays told={told} contacts={contacts} />
        <Stands rows={all} chosen={stand} onChoose={setStand} />
        <OrderOf chosen={orderOf(order)} onChoose={(key) => setOrder(key === 'work' ? null : key)} />
      </div>
      {found.length === 0 ? (
        <Empty
          title={{ vi: 'Không có hộ nào như vậy.', en: 'No such household.' }}
          why={{ vi: 'Thử bớt chữ tìm kiếm, hoặc chọn "Tất cả".', en: 'Try fewer words, or choose "All".' }}
        />
      ) : (
        drawn.map((group) => <HouseholdGroup key={group.key} of={group} roundOf={roundOf} noticeOf={noticeOf} />)
      )}
    </>
  )
}

/** Of the round, and of today from this phone. */
function Progress({ rows }: { rows: readonly Row[] }) {
  const { done, of } = progressOf(rows)
  const today = sentToday()
  return (
    <p class="page-state">
      {say(
        {
          vi: 'Đã làm {done} trên {of} hộ. Hôm nay từ máy này: {today}.',
          en: '{done} of {of} done. Today from here: {today}.',
        },
        { done: showNumber(done), of: showNumber(of), today: showNumber(today) },
      )}
    </p>
  )
}

const sentToday = (): number => {
  const day = dayInVietnam(Date.now())
  const ofCases = outbox.value.filter(({ subject }) => subject.kind === 'case')
  return ofCases.filter(({ state, madeAt }) => state !== 'refused' && dayInVietnam(madeAt) === day).length
}

const orderWord: Words = { vi: 'Xếp theo', en: 'Order' }

type OrderProps = { readonly chosen: Order; readonly onChoose: (order: Order) => void }
const OrderOf = ({ chosen, onChoose }: OrderProps) => (
  <fieldset class="surveys-chips">
    <legend class="only-heard">{say(orderWord)}</legend>
    <span class="quiet surveys-chips-of" aria-hidden="true">
      {say(orderWord)}
    </span>
    {(Object.keys(orderWords) as Order[]).map((key) => (
      <button key={key} type="button" class="surveys-chip" aria-pressed={chosen === key} onClick={() => onChoose(key)}>
        {say(orderWords[key])}
      </button>
    ))}
  </fieldset>
)

type StandsProps = {
  readonly rows: readonly Row[]
  readonly chosen: string
  readonly onChoose: (stand: string | null) => void
}

function Stands({ rows, chosen, onChoose }: StandsProps) {
  const counts = countsOf(rows)
  const chip = (key: Stand | '', label: string, count: number) => (
    <button
      key={key}
      type="button"
      class="surveys-chip"
      aria-pressed={chosen === key}
      onClick={() => onChoose(key || null)}
    >
      {label} <span class="count">{showNumber(count)}</span>
    </button>
  )
  return (
    <fieldset class="surveys-chips">
      <legend class="only-heard">{say({ vi: 'Theo tình trạng', en: 'By state' })}</legend>
      {chip('', say({ vi: 'Tất cả', en: 'All' }), rows.length)}
      {stands.map((key) => {
        const count = counts.get(key) ?? 0
        return (count > 0 || chosen === key) && chip(key, say(standWords[key].words), count)
      })}
    </fieldset>
  )
}
