/** Somebody is looked for while his name is typed: the first fifty stand at once, and each opens as a card. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { relationWords } from '#features/households/model/words.ts'
import { classes, type HouseholdClass } from '#features/households/model.ts'
import { classWords } from '#kernel/classes.ts'
import type { AreaId } from '#kernel/ids.ts'
import { spacedPhone } from '#kernel/phones.ts'
import type { Said } from '#kernel/text.ts'
import { useFilter } from '#platform/web/address.ts'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Empty, Skeleton } from '#platform/web/kit/states.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { type Entry, type Found, type Hit, search, shownAtOnce } from '../rules/search.ts'
import { HouseholdCard } from './HouseholdCard.tsx'
import { DayOf } from './OnPhone.tsx'
import { useRegister } from './register.ts'
import type { Sheet } from './sheet.ts'

type Props = { readonly areaId: AreaId; readonly sheet: Sheet }

export function Finder({ areaId, sheet }: Props) {
  const { entries, done, whole, lost } = useRegister(areaId, sheet)
  const going = {
    vi: `Đang mở sổ: ${showNumber(done)} trên ${showNumber(sheet.villages.length)} thôn`,
    en: `Opening: ${showNumber(done)} of ${showNumber(sheet.villages.length)} villages`,
  }
  return (
    <>
      <DayOf sheet={sheet} />
      {lost > 0 && (
        <Notice look="waits">
          {say({
            vi: 'Có phần trên máy không mở được. Bấm nút lấy sổ hộ ở dưới để lấy lại.',
            en: 'Some of it cannot be opened here. Press the button that takes the register, below, to have it again.',
          })}
        </Notice>
      )}
      {entries.length > 0 || whole ? (
        <Search of={entries} sheet={sheet} going={whole ? null : going} />
      ) : (
        <Skeleton rows={6} label={going} />
      )}
    </>
  )
}

const classChoices = [
  ...classes.map((of) => ({ value: of, label: classWords[of] })),
  { value: 'none', label: { vi: 'Chưa có diện', en: 'Without a class' } },
]

/** `going`: what is still being opened; what is open is searched meanwhile. */
type SearchProps = { readonly of: readonly Entry[]; readonly sheet: Sheet; readonly going: Said | null }

function Search({ of, sheet, going }: SearchProps) {
  const [q, setQ] = useState('')
  const [village] = useFilter('thon')
  const [held] = useFilter('dien')
  const [opened, setOpened] = useState<Entry | null>(null)
  const names = useMemo(() => new Map(sheet.villages.map((one) => [one.villageId, one.name])), [sheet])
  const found = useMemo(
    () =>
      search(of, q, { villageId: (village || null) as AreaId | null, class: (held || null) as HouseholdClass | null }),
    [of, q, village, held],
  )
  return (
    <>
      <TextField
        label={{ vi: 'Tìm theo tên, số hộ, ngõ xóm, điện thoại', en: 'Find by name, number, lane, phone' }}
        type="search"
        required
        value={q}
        onChange={setQ}
      />
      <div class="surveys-carried-filters">
        <FilterChoice
          name="thon"
          label={{ vi: 'Thôn', en: 'Village' }}
          choices={sheet.villages.map(({ villageId, name }) => ({ value: villageId, label: name }))}
        />
        <FilterChoice name="dien" label={{ vi: 'Diện', en: 'Class' }} choices={classChoices} />
      </div>
      {going && (
        <p class="quiet">
          {say(going)}. {say({ vi: 'Tìm được ngay trong phần đã mở.', en: 'What is open can be searched already.' })}
        </p>
      )}
      {q.trim() || village || held ? (
        <Hits of={found} whole={!going} nameOf={(one) => names.get(one.villageId) ?? ''} onOpen={setOpened} />
      ) : (
        !going && (
          <p class="quiet">
            {say(
              {
                vi: '{n} hộ trên máy. Gõ tên bất kỳ ai trong hộ, có dấu hay không dấu.',
                en: '{n} {n:household|households} on this phone. Type the name of anybody of it, with or without marks.',
              },
              { n: showNumber(of.length) },
            )}
          </p>
        )
      )}
      {opened && (
        <HouseholdCard
          of={opened.of}
          village={sheet.villages.find(({ villageId }) => villageId === opened.villageId)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

type HitsProps = {
  readonly of: Found
  /** All of the commune was searched. */
  readonly whole: boolean
  readonly nameOf: (entry: Entry) => string
  readonly onOpen: (entry: Entry) => void
}

/** What is in sight without the thumb. */
const firstScreen = 8
const restAfterMs = 120

/** The next key is not held up: what is in sight stands at once, the rest when nobody types. */
function useInSight(hits: readonly Hit[]): readonly Hit[] {
  const [whole, setWhole] = useState<readonly Hit[]>([])
  useEffect(() => {
    const rest = setTimeout(() => setWhole(hits), restAfterMs)
    return () => clearTimeout(rest)
  }, [hits])
  return whole === hits ? hits : hits.slice(0, firstScreen)
}

function Hits({ of: { hits, total }, whole, nameOf, onOpen }: HitsProps) {
  const shown = useInSight(hits)
  if (total === 0 && !whole)
    return <Empty title={{ vi: 'Chưa thấy hộ nào như vậy trong phần đã mở.', en: 'None such in what is open yet.' }} />
  if (total === 0)
    return (
      <Empty
        title={{
          vi: 'Không có hộ nào như vậy trong bản trên máy.',
          en: 'No such household is in the copy on this phone.',
        }}
        why={{ vi: 'Thử bớt chữ, hoặc chọn lại thôn, diện.', en: 'Try fewer words, or another village or class.' }}
      />
    )
  return (
    <>
      <p class="page-state" role="status">
        {total > shownAtOnce
          ? say(
              { vi: '{n} hộ; đây là {shown} hộ đầu.', en: '{n} households; these are the first {shown}.' },
              { n: showNumber(total), shown: showNumber(shownAtOnce) },
            )
          : say({ vi: '{n} hộ.', en: '{n} {n:household|households}.' }, { n: showNumber(total) })}
      </p>
      <ul class="surveys-rows">
        {shown.map((hit) => (
          <Row key={hit.entry.of.householdId} of={hit} village={nameOf(hit.entry)} onOpen={onOpen} />
        ))}
      </ul>
    </>
  )
}

function Row({ of: { entry, member }, village, onOpen }: { of: Hit; village: string } & Pick<HitsProps, 'onOpen'>) {
  const { head, number, address, phone, class: held = null, members } = entry.of
  const other = member === null ? undefined : members[member]
  return (
    <li>
      <button type="button" class="surveys-carried-row" onClick={() => onOpen(entry)}>
        <strong>{head}</strong>
        <span class="quiet">{[village, number, address, phone && spacedPhone(phone)].filter(Boolean).join(' · ')}</span>
        {other && (
          <span>
            {other.name} ({say(relationWords[other.relation]).toLowerCase()}
            {other.leftOn && say({ vi: ', đã rời hộ', en: ', left' })})
          </span>
        )}
        {held && <ClassMark of={held} />}
      </button>
    </li>
  )
}
