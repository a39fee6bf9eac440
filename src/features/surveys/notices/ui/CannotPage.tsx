/** A household that cannot be surveyed: why, told to the commune from the door, with a line or without. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { findPlainDate } from '#kernel/dates.ts'
import type { HouseholdId, ReviewCaseId, SurveyNoticeId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import { todayHere } from '#platform/web/clock.ts'
import { newId } from '#platform/web/ids.ts'
import { useKeptRead } from '#platform/web/keptReads.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty, Skeleton } from '#platform/web/kit/states.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { mySurveys } from '../../ui/calls.ts'
import type { Details } from '../model.ts'
import { headsAlike } from '../rules/doubles.ts'
import { lacking, lackingSaid, oddIn } from '../rules/kinds.ts'
import type { NoticeKind } from '../words.ts'
import { noticeKinds } from '../words.ts'
import { type Known, knownOf } from './known.ts'
import { DayOf, type Typed, textsOf, unprintedIn, useOnce, Visits, Words, whyNotPrinted } from './parts.tsx'
import { cannotPath, noticesPath } from './paths.ts'
import { dropSent, noStore, queueNotice } from './phone.ts'
import { lastNotice } from './sending.ts'
import { useKept } from './useKept.ts'

type Key = { readonly householdId: HouseholdId; readonly caseId: ReviewCaseId }
const title = { vi: 'Không khảo sát được hộ này', en: 'This household cannot be surveyed' }
const kinds = ['refuses', 'absent', 'moved', 'double', 'gone'] as const satisfies readonly NoticeKind[]

export default function CannotPage({ params }: { params: Key }) {
  const mine = useKeptRead(mySurveys, {})
  const [tidied, setTidied] = useState(false)
  useEffect(() => void dropSent().finally(() => setTidied(true)), [])
  if (lastNotice(params.caseId)?.state === 'waiting') return <OnItsWay />
  return (
    <Page title={title}>
      <Reading of={mine} rows={6}>
        {({ data }) => {
          const known = knownOf(data.cases)
          const one = known.find(({ of }) => of.caseId === params.caseId)
          if (!one) return <NotMine />
          return tidied ? <Telling of={one} known={known} /> : <Skeleton rows={6} />
        }}
      </Reading>
    </Page>
  )
}

const NotMine = () => (
  <Empty
    title={{ vi: 'Hộ này không có trong danh sách của bạn.', en: 'This household is not on your list.' }}
    why={{ vi: 'Chỉ báo được về hộ giao cho bạn khảo sát.', en: 'Only households that are yours to survey.' }}
  />
)

const OnItsWay = () => (
  <Page title={title}>
    <Empty
      title={{ vi: 'Tin báo đang chờ gửi.', en: 'The notice waits to be sent.' }}
      why={{
        vi: 'Có mạng là tự gửi. Báo nhầm thì rút ở Tin báo của tôi.',
        en: 'It goes out once there is a connection. One made by mistake is withdrawn among my notices.',
      }}
    >
      <LinkButton href={noticesPath}>{say({ vi: 'Tin báo của tôi', en: 'My notices' })}</LinkButton>
    </Empty>
  </Page>
)

type FormOf = { readonly kind: NoticeKind | null; readonly details: Typed; readonly surveyNoticeId: SurveyNoticeId }
const begun = (): FormOf => ({ kind: null, details: {}, surveyNoticeId: newId<'survey_notice'>() })

function Telling({ of: known, known: all }: { of: Known; known: readonly Known[] }) {
  const { of } = known
  const { typed, put, failed } = useKept('notices.cannot', of.caseId, begun)
  const [unkept, setUnkept] = useState(false)
  const { route } = useLocation()
  const once = useOnce()
  if (!typed) return <Skeleton rows={6} />
  const { kind, details, surveyNoticeId } = typed
  const tell = (more: Typed) => put({ details: { ...details, ...more } })
  const madeOn = todayHere()
  const told = kind && toldOf(kind, details)
  // Who stands at the door tells of today.
  const choose = (next: NoticeKind) =>
    put({ kind: next, ...(next === 'absent' && !details.days?.length && { details: { ...details, days: [madeOn] } }) })
  const whyNot = whyNotOf(kind, told ?? {}, madeOn)
  const send = once(async () => {
    if (!kind || !told || whyNot) return
    const notice = {
      ...{ roundId: of.roundId, surveyNoticeId, kind, villageId: of.villageId, madeOn, details: told },
      ...{ householdId: of.householdId, caseId: of.caseId },
    }
    const how = { name: of.headName, page: cannotPath(of) }
    const kept = await queueNotice(notice, how).catch(() => null)
    setUnkept(kept === null)
    if (kept) route(noticesPath)
  })
  return (
    <Form
      onSubmit={() => void send()}
      draft={null}
      problem={null}
      actions={
        <Button look="primary" submit whyNot={whyNot}>
          {say({ vi: 'Báo xã', en: 'Tell the commune' })}
        </Button>
      }
    >
      <p>
        <strong>{of.headName}</strong>, {[of.number, of.villageName, of.address].filter(Boolean).join(', ')}
      </p>
      <ChoiceField<NoticeKind>
        label={{ vi: 'Vì sao?', en: 'Why?' }}
        required
        choices={kinds.map((value) => ({ value, label: noticeKinds[value] }))}
        value={kind}
        onChange={choose}
      />
      {kind === 'double' && <Other of={known} known={all} details={details} onChange={tell} />}
      {kind === 'absent' && <Visits days={details.days ?? []} onChange={(days) => tell({ days })} today={madeOn} />}
      {(kind === 'moved' || kind === 'gone') && (
        <DayOf
          label={
            kind === 'moved' ? { vi: 'Chuyển đi từ ngày', en: 'Since' } : { vi: 'Không còn ai từ ngày', en: 'Since' }
          }
          value={details.on ?? null}
          onChange={(on) => tell({ on })}
        />
      )}
      {kind === 'moved' && (
        <TextField
          label={{ vi: 'Chuyển đến đâu', en: 'Where to' }}
          maxLength={300}
          fault={unprintedIn(details.to)}
          value={details.to ?? ''}
          onChange={(to) => tell({ to })}
        />
      )}
      {kind === 'refuses' && (
        <TextField
          label={{ vi: 'Đã gặp ai', en: 'Who was met' }}
          maxLength={120}
          fault={unprintedIn(details.met)}
          value={details.met ?? ''}
          onChange={(met) => tell({ met })}
        />
      )}
      {kind && <Words kind={kind} value={details.words ?? ''} onChange={(words) => tell({ words })} />}
      {(unkept || failed) && (
        <p class="problem" role="alert">
          {say(noStore)}
        </p>
      )}
    </Form>
  )
}

/** What of it belongs to the kind: somebody may have chosen another one first. */
function toldOf(kind: NoticeKind, all: Typed): Details {
  const of: Record<NoticeKind, readonly (keyof Details)[]> = {
    unlisted: [],
    moved: ['on', 'to', 'words'],
    refuses: ['met', 'words'],
    absent: ['days', 'words'],
    double: ['otherId', 'otherName', 'words'],
    gone: ['on', 'words'],
  }
  const said = of[kind].map((key) => [key, all[key]] as const)
  const held = said.filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(held) as Details
}

function whyNotOf(kind: NoticeKind | null, details: Details, madeOn: string) {
  if (!kind) return { vi: 'Chọn vì sao.', en: 'Choose why.' }
  const what = lacking({ kind, headName: '', details })
  const lacks = lackingSaid(what)
  if (what.length > 0) return { vi: `Còn thiếu: ${lacks.vi}.`, en: `Still missing: ${lacks.en}.` }
  const day = findPlainDate(madeOn)
  return whyNotPrinted(textsOf(details)) ?? (day && (oddIn(details, day)[0]?.said ?? null))
}

type OtherProps = {
  readonly of: Known
  readonly known: readonly Known[]
  readonly details: Typed
  readonly onChange: (more: Typed) => void
}

const mostOffered = 6

/** Those who may be the same come first by themselves; another one is found by a few letters. */
function Other({ of, known, details, onChange }: OtherProps) {
  const [text, setText] = useState('')
  const wanted = fold(text)
  const alike = headsAlike(of, known).map((one) => one.of)
  const sought = known.filter(
    (one) => one !== of && wanted !== '' && fold(`${one.headName} ${one.of.number} ${one.address}`).includes(wanted),
  )
  const chosen = known.filter((one) => one.householdId === details.otherId)
  const offered = [...new Set([...chosen, ...(wanted === '' ? alike : sought)])].slice(0, mostOffered)
  return (
    <>
      <TextField
        label={{ vi: 'Tìm hộ kia trong danh sách', en: 'Find the other on your list' }}
        type="search"
        required={details.otherId === undefined}
        maxLength={100}
        value={text}
        onChange={setText}
      />
      {wanted !== '' && sought.length === 0 && (
        <p class="quiet" role="status">
          {say({
            vi: 'Danh sách của bạn không có hộ nào như vậy.',
            en: 'No household on your list is like that.',
          })}
        </p>
      )}
      {offered.length > 0 && (
        <ChoiceField<HouseholdId>
          label={{ vi: 'Trùng với hộ', en: 'The same as' }}
          required
          as="rows"
          choices={offered.map((one) => ({
            value: one.of.householdId,
            label: one.headName,
            hint: [one.of.number, one.of.villageName, one.address].filter(Boolean).join(', '),
          }))}
          value={details.otherId ?? null}
          onChange={(otherId) => {
            const other = known.find((one) => one.householdId === otherId)
            onChange({ otherId, otherName: other?.headName.slice(0, 120) ?? '' })
          }}
        />
      )}
    </>
  )
}
