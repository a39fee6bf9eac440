/** What of the commune is on this phone, as of which day; taking it, only its changes, or taking it off. */
import { useState } from 'preact/hooks'
import { showDate, showInstant } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Confirm } from '#platform/web/kit/Dialog.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { connected } from '#platform/web/outbox.ts'
import { opening } from '#platform/web/vault/opening.ts'
import { daysOf, letGoOf, type Sheet } from './sheet.ts'
import { takeCommune, taking } from './take.ts'

type Commune = { readonly areaId: AreaId; readonly name: string; readonly households: number }
type Props = { readonly commune: Commune; readonly sheet: Sheet | null; readonly onDropped: () => void }

export function OnPhone({ commune, sheet, onDropped }: Props) {
  const [asks, setAsks] = useState(false)
  const { areaId, name } = commune
  const now = taking.value?.areaId === areaId ? taking.value : null
  const drop = async () => {
    await letGoOf(areaId)
    setAsks(false)
    onDropped()
  }
  return (
    <Section title={{ vi: 'Bản trên máy này', en: 'What is on this phone' }}>
      {sheet ? <Facts of={sheet} /> : <NotYet of={commune} />}
      <Going />
      <NoPin />
      <div class="form-actions">
        <Button
          look={sheet ? 'secondary' : 'primary'}
          pending={now?.state === 'going'}
          whyNot={whyNot(areaId)}
          onClick={() => void takeCommune(areaId)}
        >
          {sheet
            ? sheet.villages.some(({ day }) => day === null)
              ? say({ vi: 'Lấy tiếp phần còn thiếu', en: 'Take the rest' })
              : say({ vi: 'Lấy phần thay đổi', en: 'Take the changes' })
            : say({ vi: 'Lấy cả xã về máy', en: 'Take the whole commune' })}
        </Button>
        {sheet && now?.state !== 'going' && (
          <Button look="quiet" onClick={() => setAsks(true)}>
            {say({ vi: 'Bỏ khỏi máy này', en: 'Take off this phone' })}
          </Button>
        )}
      </div>
      {asks && (
        <Confirm
          title={{ vi: `Bỏ sổ hộ của ${name} khỏi máy này?`, en: `Take the register of ${name} off this phone?` }}
          deed={{ vi: 'Bỏ khỏi máy', en: 'Take it off' }}
          onConfirm={() => void drop()}
          onClose={() => setAsks(false)}
        >
          <p>
            {say({
              vi: 'Không có mạng thì không tra được nữa, cho đến khi lấy lại. Phiếu khảo sát trên máy vẫn còn.',
              en: 'Without a line nothing can be looked up until it is taken again. Surveys on this phone stay.',
            })}
          </p>
        </Confirm>
      )}
    </Section>
  )
}

const NotYet = ({ of: { name, households } }: { of: Commune }) => (
  <p>
    {say(
      {
        vi: '{name} có {n} hộ trong sổ. Lấy về máy khi có mạng; sau đó tra được ở nơi không có mạng: ai ở hộ nào, diện gì, từ ngày nào. Không mang theo số CCCD và số thẻ BHYT.',
        en: '{name} has {n} {n:household|households} in the register. Taken where there is a line, it can be looked up where there is none: who lives where, which class, since when. Citizen ids and insurance numbers are not taken.',
      },
      { name, n: showNumber(households) },
    )}
  </p>
)

const megabytes = (bytes: number): string => showNumber(Math.max(1, Math.round(bytes / 1_000_000)))

function Facts({ of: { name, villages, wholeAt } }: { of: Sheet }) {
  // What lies here, and not what the commune has: of the villages that are still missing nothing is found.
  const here = villages.filter(({ day }) => day !== null)
  const sum = (count: (one: (typeof villages)[number]) => number) => here.reduce((all, one) => all + count(one), 0)
  const counts = { n: showNumber(sum((one) => one.households)), m: showNumber(sum((one) => one.persons)) }
  return (
    <FactList
      of={[
        { label: { vi: 'Xã', en: 'Commune' }, value: name },
        {
          label: { vi: 'Sổ hộ', en: 'Register' },
          value: say(
            { vi: '{n} hộ, {m} nhân khẩu', en: '{n} {n:household|households}, {m} {m:person|persons}' },
            counts,
          ),
        },
        {
          label: { vi: 'Thôn đã lấy', en: 'Villages taken' },
          value: say(
            { vi: '{have} trên {of}', en: '{have} of {of}' },
            { have: showNumber(here.length), of: showNumber(villages.length) },
          ),
        },
        {
          label: { vi: 'Lấy đủ lần cuối', en: 'Last taken whole' },
          value: wholeAt === null ? null : showInstant(new Date(wholeAt).toISOString()),
        },
        {
          label: { vi: 'Chỗ chiếm trên máy', en: 'Room it takes' },
          value: say({ vi: 'khoảng {n} MB', en: 'about {n} MB' }, { n: megabytes(sum((one) => one.bytes)) }),
        },
      ]}
    />
  )
}

const ended: Readonly<Record<'whole' | 'stopped' | 'full', Said>> = {
  whole: { vi: 'Đã lấy đủ {of} thôn.', en: 'All {of} {of:village|villages} are here.' },
  stopped: {
    vi: 'Lần này mới lấy được {n} trên {of} thôn. Có mạng, bấm “Lấy tiếp phần còn thiếu”.',
    en: 'Only {n} of {of} {of:village|villages} were taken this time. Where there is a line press “Take the rest”.',
  },
  full: {
    vi: 'Máy hết chỗ nên chưa lấy đủ. Hãy xóa bớt ảnh, ứng dụng rồi bấm “Lấy tiếp phần còn thiếu”. Phần đã lấy vẫn dùng được.',
    en: 'This phone is full. Free some space and go on. What was taken can be used.',
  },
}

function Going() {
  const { value: now } = taking
  if (!now) return null
  const facts = { n: showNumber(now.villages), of: showNumber(now.of) }
  if (now.state === 'whole') return <p role="status">{say(ended.whole, facts)}</p>
  if (now.state !== 'going')
    return now.problem ? <ProblemNote of={now.problem} /> : <Notice look="waits">{say(ended[now.state], facts)}</Notice>
  return (
    <div class="surveys-carried-going">
      <progress
        aria-label={say({ vi: 'Đang lấy sổ hộ', en: 'Taking the register' })}
        value={now.of === 0 ? undefined : now.villages}
        max={now.of === 0 ? undefined : now.of}
      />
      <p role="status">
        {now.of === 0
          ? say({ vi: 'Đang hỏi máy chủ có gì thay đổi.', en: 'Asking the server what has changed.' })
          : say({ vi: 'Đang lấy: {n} trên {of} thôn.', en: 'Taking: {n} of {of} {of:village|villages}.' }, facts)}
      </p>
    </div>
  )
}

/** A register of a hundred thousand people lies on no phone that anybody can open. */
function whyNot(areaId: AreaId): Said | null {
  const { value: lock } = opening
  if (taking.value?.state === 'going' && taking.value.areaId !== areaId)
    return {
      vi: 'Đang lấy sổ hộ của xã khác về máy. Lấy xong xã ấy rồi lấy xã này.',
      en: 'Another commune is being taken. This one can be taken after it.',
    }
  if (lock.state !== 'open')
    return {
      vi: 'Trình duyệt này chưa niêm phong được dữ liệu trên máy, nên không giữ cả xã ở đây.',
      en: 'This browser cannot seal what lies here, so a whole commune is not kept on it.',
    }
  if (!lock.row.pin)
    return {
      vi: 'Máy chưa có mã PIN. Cả xã chỉ được giữ trên máy có mã PIN.',
      en: 'This phone has no PIN. A whole commune is kept only on one that has.',
    }
  return connected.value ? null : { vi: 'Chưa có mạng. Có mạng mới lấy được.', en: 'There is no line. It takes one.' }
}

function NoPin() {
  const { value: lock } = opening
  if (lock.state !== 'open' || lock.row.pin) return null
  return (
    <p>
      <LinkButton href="/phone/gui">{say({ vi: 'Đặt mã PIN ở mục Gửi', en: 'Set a PIN under Sent' })}</LinkButton>
    </p>
  )
}

/** Above what is found: of which day it is, and whether some of it is older or missing. */
export function DayOf({ sheet }: { sheet: Sheet }) {
  const { first, last, missing } = daysOf(sheet)
  if (!first || !last) return null
  const facts = { first: showDate(first), last: showDate(last), missing: showNumber(missing) }
  if (missing === 0 && first === last)
    return <p class="page-state">{say({ vi: 'Sổ hộ của ngày {last}.', en: 'The register as of {last}.' }, facts)}</p>
  return (
    <Notice look="waits">
      {first === last
        ? say({ vi: 'Sổ hộ của ngày {last}.', en: 'The register as of {last}.' }, facts)
        : say(
            {
              vi: 'Sổ hộ từ ngày {first} đến ngày {last}, tùy thôn.',
              en: 'The register as of {first} to {last}, by village.',
            },
            facts,
          )}{' '}
      {missing > 0 &&
        say({ vi: 'Còn thiếu {missing} thôn.', en: '{missing} {missing:village is|villages are} missing.' }, facts)}
    </Notice>
  )
}
