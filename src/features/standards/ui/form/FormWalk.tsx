/** The form, one screen at a time: where I am on top, the screen, and one primary button within the thumb's reach. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '#platform/web/kit/Button.tsx'
import { focusOn, Tried, useTrying } from '#platform/web/kit/trying.ts'
import { AsTyped } from '#platform/web/kit/unread.ts'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { CheckScreen } from './CheckScreen.tsx'
import { Contents } from './Contents.tsx'
import { GroupScreen } from './GroupScreen.tsx'
import { MembersScreen } from './MembersScreen.tsx'
import { RecapScreen } from './RecapScreen.tsx'
import type { Sheet } from './sheet.ts'
import { type RecapScreen as Card, nextStop, oddOn, openIn, type Screen, stopOf, stopsOf } from './walk.ts'
import { useWhole, Whole } from './whole.ts'

type Props = {
  readonly sheet: Sheet
  readonly at: Screen
  /** At a desk it stands in a page; on the phone it is the page. */
  readonly place?: 'desk' | 'phone'
  /** On the phone: the way out, before where I am, and how it is kept, below. */
  readonly lead?: ComponentChildren
  readonly kept?: ComponentChildren
  /** Came from the check page to mend one thing. */
  readonly fixing: boolean
  readonly start?: ComponentChildren
  readonly result: ComponentChildren
  /** The button on the last page. */
  readonly finish: ComponentChildren
}

export function FormWalk({ sheet, at, place = 'desk', lead, kept, fixing, start, result, finish }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const screen = useRef<HTMLDivElement>(null)
  const trying = useTrying(screen, 'unread')
  // What cannot be read is said before another screen hides it; the browser's own Back keeps it as it was typed.
  const asks = useAsking(sheet, at)
  const asksAgain = () => {
    const again = asks()
    if (again === null) return false
    trying.say(again)
    focusOn(screen.current?.querySelector<HTMLElement>('[data-odd]'))
    return true
  }
  // What was asked again is no longer said once it is answered otherwise, or another screen is open.
  const oddHere = oddOn(sheet.odd, at)
    .map(({ said }) => say(said))
    .join(' ')
  useEffect(() => trying.say(''), [at.key, oddHere])
  const [opened, setOpened] = useState<string | null>(null)
  const open = at.kind === 'recap' && (!at.whole || opened === at.key)
  const whole = useWhole(`${at.key} ${open}`)
  const going: Sheet = { ...sheet, go: (...to) => void (!whole || trying.stops() || asksAgain() || sheet.go(...to)) }
  const shown = useRef(at.key)
  useEffect(() => {
    if (shown.current === at.key) return
    shown.current = at.key
    setOpened(null)
    scrollTo(0, 0)
    box.current?.querySelector<HTMLElement>('.standards-walk-screen [tabindex="-1"]')?.focus({ preventScroll: true })
  }, [at.key])
  return (
    <div class={`standards-walk standards-${place}`} ref={box}>
      <Top sheet={going} at={at} lead={lead} kept={kept} />
      <div class="standards-walk-screen" ref={screen}>
        <AsTyped.Provider value={sheet.asTyped}>
          <Tried.Provider value={trying.tried}>
            <Whole.Provider value={whole}>
              {at.kind === 'start' && start}
              {at.kind === 'group' && <GroupScreen key={at.key} sheet={sheet} screen={at} />}
              {at.kind === 'members' && <MembersScreen sheet={sheet} section={at.section} />}
              {at.kind === 'recap' && (
                <RecapScreen key={at.key} sheet={sheet} screen={at} open={open} onOpen={() => setOpened(at.key)} />
              )}
              {at.kind === 'check' && <CheckScreen sheet={sheet} />}
              {at.kind === 'result' && result}
            </Whole.Provider>
          </Tried.Provider>
        </AsTyped.Provider>
        <p class="only-heard" role="alert">
          {trying.heard}
        </p>
      </div>
      {at.kind === 'recap' && !fixing ? (
        <CardWays sheet={going} at={at} open={open} whole={whole} screen={screen} onOpen={() => setOpened(at.key)} />
      ) : (
        <Ways sheet={going} at={at} fixing={fixing} finish={finish} />
      )}
    </div>
  )
}

/** What was answered on this screen and seldom is so, once; null where nothing is to be asked, or was asked already. */
function useAsking({ odd }: Sheet, at: Screen): () => string | null {
  const here = oddOn(odd, at).map(({ said }) => say(said))
  const asked = useRef({ key: '', of: here })
  if (asked.current.key !== at.key) asked.current = { key: at.key, of: here }
  return () => {
    const fresh = here.filter((one) => !asked.current.of.includes(one))
    asked.current = { key: at.key, of: [...asked.current.of, ...fresh] }
    return fresh.length > 0 ? fresh.join(' ') : null
  }
}

const titleOf = (at: Screen): string => {
  if ('section' in at) return say(at.kind === 'group' && at.recap ? at.group.title : at.section.title)
  if (at.kind === 'start') return say({ vi: 'Trước khi hỏi', en: 'Before asking' })
  return at.kind === 'check' ? say({ vi: 'Kiểm tra', en: 'Check' }) : say({ vi: 'Kết quả', en: 'Result' })
}

function Top({ sheet, at, lead, kept }: Pick<Props, 'sheet' | 'at' | 'lead' | 'kept'>) {
  const [open, setOpen] = useState(false)
  const stops = stopsOf(sheet.screens)
  const place = stops.findIndex((screen) => screen.key === stopOf(at)) + 1
  const facts = { n: showNumber(place), all: showNumber(stops.length) }
  return (
    <div class="standards-walk-top">
      {lead}
      <span class="standards-walk-place">
        <strong>{titleOf(at)}</strong>
        <span class="quiet tabular">{say({ vi: 'phần {n}/{all}', en: 'part {n}/{all}' }, facts)}</span>
      </span>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {say({ vi: 'Các phần', en: 'Parts' })}
      </Button>
      <progress
        max={stops.length}
        value={place}
        aria-label={say({ vi: 'Đã đi được bao nhiêu của phiếu', en: 'How far through the form' })}
      />
      {kept}
      {open && <Contents sheet={sheet} onClose={() => setOpen(false)} />}
    </div>
  )
}

const onward: Partial<Record<Screen['kind'], Words>> = {
  start: { vi: 'Bắt đầu hỏi', en: 'Start asking' },
  check: { vi: 'Xem kết quả', en: 'See the result' },
}

function Ways({ sheet, at, fixing, finish }: Pick<Props, 'sheet' | 'at' | 'fixing' | 'finish'>) {
  const { screens, go } = sheet
  const stops = stopsOf(screens)
  const place = stops.findIndex((screen) => screen.key === stopOf(at))
  const back = stops[place - 1]
  const next = stops[place + 1]
  const toMend = fixing ? nextStop(screens, at.key, sheet.stops) : null
  if (fixing)
    return (
      <div class="thumb-bar">
        {toMend && (
          <Button onClick={() => go('check')}>{say({ vi: 'Về trang kiểm tra', en: 'To the check page' })}</Button>
        )}
        <Button look="primary" onClick={() => (toMend ? go(toMend, true) : go('check'))}>
          {toMend
            ? say({ vi: 'Chỗ tiếp theo', en: 'The next one' })
            : say({ vi: 'Về trang kiểm tra', en: 'To the check page' })}
        </Button>
      </div>
    )
  if (at.kind === 'group' && at.recap) return <BackToRecap onClick={() => go(stopOf(at))} />
  return (
    <div class="thumb-bar">
      {back && <Button onClick={() => go(back.key)}>{say({ vi: 'Quay lại', en: 'Back' })}</Button>}
      {at.kind === 'result'
        ? finish
        : next && (
            <Button look="primary" onClick={() => go(next.key)}>
              {say(onward[at.kind] ?? { vi: 'Tiếp', en: 'Next' })}
            </Button>
          )}
    </div>
  )
}

const BackToRecap = ({ onClick }: { onClick: () => void }) => (
  <div class="thumb-bar">
    <Button look="primary" onClick={onClick}>
      {say({ vi: 'Xong, đọc tiếp', en: 'Done, read on' })}
    </Button>
  </div>
)

type CardProps = {
  readonly sheet: Sheet
  readonly at: Card
  readonly open: boolean
  readonly whole: boolean
  readonly screen: { readonly current: HTMLElement | null }
  readonly onOpen: () => void
}

/** A card is kept whole or opened; the phone's own Back goes back as well. */
function CardWays({ sheet, at, open, whole, screen, onOpen }: CardProps) {
  const stops = stopsOf(sheet.screens)
  const place = stops.findIndex((one) => one.key === at.key)
  const back = stops[place - 1]
  // Who was added stands last: those before are not passed over.
  const next = passedOver(stops.slice(0, place), sheet) ?? stops[place + 1]
  const missing = openIn(at, sheet.stops)
  const press = () => {
    if (!whole) return
    if (missing && !open) return focusFirstOpen(screen.current) || sheet.go(missing)
    sheet.saw(at.groups.map((group) => group.key))
    if (next) sheet.go(next.key)
  }
  const kept = sheet.keptAs(at)
  return (
    <div class="thumb-bar standards-card-ways">
      {back && (
        <Button label={say({ vi: 'Quay lại', en: 'Back' })} onClick={() => sheet.go(back.key)}>
          ‹
        </Button>
      )}
      {!open && <Button onClick={onOpen}>{say({ vi: 'Sửa', en: 'Change' })}</Button>}
      <Button look="primary" onClick={press}>
        {say(open ? { vi: 'Tiếp', en: 'Next' } : (kept ?? { vi: 'Đúng như vậy', en: 'So it is' }))}
      </Button>
    </div>
  )
}

const passedOver = (before: readonly Screen[], sheet: Sheet) =>
  before.find(({ kind, key }) => kind === 'recap' && sheet.stops.some((stop) => stop.key === key))

/** The first question of the card that has no answer; false where none is on it. */
function focusFirstOpen(screen: HTMLElement | null): boolean {
  const boxes = 'input, select, textarea'
  const isOpen = (field: HTMLElement) =>
    [...field.querySelectorAll<HTMLInputElement>(boxes)].every((box) =>
      box.type === 'radio' || box.type === 'checkbox' ? !box.checked : box.value === '',
    )
  const first = [...(screen?.querySelectorAll<HTMLElement>('.standards-question .field') ?? [])].find(isOpen)
  first?.scrollIntoView({ block: 'center' })
  first?.querySelector<HTMLElement>(boxes)?.focus({ preventScroll: true })
  return first !== undefined
}
