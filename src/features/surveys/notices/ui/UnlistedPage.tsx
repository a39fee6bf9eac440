/** A household that stands in the village and not on the list: told to the commune, with a line or without. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { SurveyNoticeId } from '#kernel/ids.ts'
import { useFilter, withQuery } from '#platform/web/address.ts'
import { todayHere } from '#platform/web/clock.ts'
import { newId } from '#platform/web/ids.ts'
import { useKeptRead } from '#platform/web/keptReads.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty, Skeleton } from '#platform/web/kit/states.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { type Words as Label, say } from '#platform/web/language.ts'
import { mySurveys } from '../../ui/calls.ts'
import { fieldPage } from '../../ui/onDevice.ts'
import type { Details, NoticePlace } from '../model.ts'
import { headsAlike } from '../rules/doubles.ts'
import { lacking, lackingSaid, type Odd, oddIn } from '../rules/kinds.ts'
import { type Sex, sexWords } from '../words.ts'
import { myNotices } from './calls.ts'
import { type Known, knownOf } from './known.ts'
import { type Typed, textsOf, unprintedIn, useOnce, Words, whyNotPrinted } from './parts.tsx'
import { noticesPath, unlistedPath } from './paths.ts'
import { dropSent, noStore, queueNotice } from './phone.ts'
import { lastNotice } from './sending.ts'
import { freeForm, useKept } from './useKept.ts'

const title = { vi: 'Hộ chưa có trong danh sách', en: 'Not on the list' }

export default function UnlistedPage() {
  const told = useKeptRead(myNotices, {})
  const mine = useKeptRead(mySurveys, {})
  // Of one that was refused what was typed is opened again.
  const [again] = useFilter('sua')
  const [tidied, setTidied] = useState(false)
  useEffect(() => void dropSent().finally(() => setTidied(true)), [])
  return (
    <Page title={title}>
      <Reading of={told} rows={8}>
        {({ data: { places } }) =>
          places.length === 0 ? (
            <NoPlace />
          ) : tidied ? (
            <Telling key={again} places={places} known={knownOf(mine.data?.data.cases ?? [])} again={again} />
          ) : (
            <Skeleton rows={8} />
          )
        }
      </Reading>
    </Page>
  )
}

const NoPlace = () => (
  <Empty
    title={{ vi: 'Chưa có kỳ rà soát nào đang khảo sát ở thôn của bạn.', en: 'No round surveys your village now.' }}
    why={{
      vi: 'Khi kỳ rà soát đến bước khảo sát, bạn báo được hộ chưa có trong danh sách.',
      en: 'Once a round comes to surveying you can tell of households that are not on the list.',
    }}
  />
)

type Props = { readonly places: readonly NoticePlace[]; readonly known: readonly Known[]; readonly again: string }
const keyOf = ({ roundId, villageId }: NoticePlace): string => `${roundId} ${villageId}`
type FormOf = {
  /** Village and round. */
  readonly at: string | null
  readonly headName: string
  readonly year: string
  readonly details: Typed
  readonly surveyNoticeId: SurveyNoticeId
}
const yearOf = (text: string): number | null => (/^(189|19\d|20\d)\d$/.test(text) ? Number(text) : null)
const yearFault = (year: string, faults: readonly Odd[]): Label | null => {
  if (year === '') return null
  if (yearOf(year) === null) return { vi: 'Năm sinh từ 1890, có bốn chữ số.', en: 'Four figures, from 1890 on.' }
  return faults.find(({ at }) => at === 'birthYear')?.said ?? null
}

function Telling({ places, known, again }: Props) {
  const given = places.filter(({ mine }) => mine)
  const first = (): FormOf => ({
    ...{ at: given.length === 1 && given[0] ? keyOf(given[0]) : null, headName: '', year: '', details: {} },
    surveyNoticeId: newId<'survey_notice'>(),
  })
  const { typed, put, failed } = useKept('notices.unlisted', again, first)
  const [unkept, setUnkept] = useState(false)
  const { route } = useLocation()
  const once = useOnce()
  if (again !== '' && lastNotice(again)?.state === 'waiting') return <OnItsWay />
  if (!typed) return <Skeleton rows={8} />
  const { at, headName, year, surveyNoticeId } = typed
  const details: Typed = { ...typed.details, birthYear: yearOf(year) ?? undefined }
  const place = places.find((one) => keyOf(one) === at)
  const tell = (more: Typed) => put({ details: { ...typed.details, ...more } })
  const said = saidOf(details)
  const faults = oddIn(said, todayHere())
  const whyNot =
    whyNotOf(place, headName, said) ?? whyNotPrinted([headName, ...textsOf(said)]) ?? faults[0]?.said ?? null
  const send = once(async () => {
    if (whyNot || !place) return
    const notice = {
      ...{ roundId: place.roundId, villageId: place.villageId, surveyNoticeId, kind: 'unlisted' as const },
      ...{ headName: headName.trim(), madeOn: todayHere(), details: said },
    }
    const page = withQuery(unlistedPath, { sua: surveyNoticeId })
    const kept = await queueNotice(notice, { name: headName.trim(), page }).catch(() => null)
    setUnkept(kept === null)
    if (!kept) return
    if (again === '') await freeForm('notices.unlisted', surveyNoticeId, typed).catch(() => undefined)
    route(noticesPath)
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
      <TextField
        at="headName"
        label={{ vi: 'Họ tên chủ hộ', en: 'Name of the head' }}
        hint={{ vi: 'Như họ nói', en: 'As they say it' }}
        required
        maxLength={120}
        fault={unprintedIn(headName)}
        value={headName}
        onChange={(next) => put({ headName: next })}
      />
      <Listed name={headName} details={details} known={known} />
      {places.length > 1 && (
        <ChoiceField<string>
          label={{ vi: 'Thôn, kỳ rà soát', en: 'Village and round' }}
          required
          as="select"
          choices={places.map((one) => ({ value: keyOf(one), label: `${one.villageName}, ${one.roundName}` }))}
          value={at}
          onChange={(next) => put({ at: next })}
        />
      )}
      <TextField
        label={{ vi: 'Năm sinh chủ hộ', en: 'Born in' }}
        hint={{ vi: 'Nếu biết, bốn chữ số', en: 'If known, four figures' }}
        digits
        maxLength={4}
        fault={yearFault(year, faults)}
        value={year}
        onChange={(next) => put({ year: next })}
      />
      <ChoiceField<Sex>
        label={{ vi: 'Giới tính chủ hộ', en: 'Sex of the head' }}
        choices={(Object.keys(sexWords) as Sex[]).map((value) => ({ value, label: sexWords[value] }))}
        value={details.sex ?? null}
        onChange={(sex) => tell({ sex })}
      />
      <TextField
        label={{ vi: 'Nhà ở chỗ nào', en: 'Where the house stands' }}
        required
        maxLength={200}
        fault={unprintedIn(details.address)}
        value={details.address ?? ''}
        onChange={(address) => tell({ address })}
      />
      <NumberField
        label={{ vi: 'Số người trong hộ', en: 'People' }}
        min={1}
        max={99}
        value={details.people ?? null}
        onChange={(people) => tell({ people: people ?? undefined })}
      />
      <TextField
        label={{ vi: 'Điện thoại', en: 'Phone' }}
        type="tel"
        maxLength={20}
        fault={faults.find(({ at }) => at === 'phone')?.said ?? null}
        value={details.phone ?? ''}
        onChange={(phone) => tell({ phone })}
      />
      <Words kind="unlisted" value={details.words ?? ''} onChange={(words) => tell({ words })} />
      {(unkept || failed) && (
        <p class="problem" role="alert">
          {say(noStore)}
        </p>
      )}
    </Form>
  )
}

const OnItsWay = () => (
  <Empty
    title={{ vi: 'Tin báo đang chờ gửi.', en: 'The notice waits to be sent.' }}
    why={{
      vi: 'Có mạng là tự gửi. Báo nhầm thì rút ở Tin báo của tôi.',
      en: 'It goes out once there is a connection. One made by mistake is withdrawn among my notices.',
    }}
  />
)

/** What is empty is not sent. */
const saidOf = (details: Typed): Details =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined && value !== '')) as Details

function whyNotOf(place: NoticePlace | undefined, headName: string, details: Details): Label | null {
  const what = lacking({ kind: 'unlisted', headName, details })
  const all = lackingSaid(place ? what : [...what, { vi: 'thôn', en: 'the village' }])
  return all.vi === '' ? null : { vi: `Còn thiếu: ${all.vi}.`, en: `Still missing: ${all.en}.` }
}

/** Who is called so on my list, as the name is typed: the form of such a household is opened instead. */
function Listed({ name, details, known }: { name: string; details: Typed; known: readonly Known[] }) {
  const alike = headsAlike(
    { householdId: null, headName: name, address: details.address ?? '', birthYear: details.birthYear ?? null },
    known,
  ).slice(0, 5)
  if (alike.length === 0) return null
  return (
    <Notice look="waits">
      <p>
        {say({
          vi: 'Danh sách của bạn đã có hộ tên này. Nếu là hộ ấy thì mở ra khảo sát:',
          en: 'Your list has a household of this name. If it is that one, open it:',
        })}
      </p>
      <ul class="bullets close">
        {alike.map(({ of: { of, birthYear }, likely }) => (
          <li key={of.caseId}>
            <a href={fieldPage(of)}>{of.headName}</a>{' '}
            {[birthYear, of.number, of.villageName, of.address].filter(Boolean).join(', ')}
            {likely && ` (${say({ vi: 'có thể chính là hộ này', en: 'likely the same' })})`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
