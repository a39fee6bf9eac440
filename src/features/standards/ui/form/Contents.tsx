/** Where I am in the form and what is still open, with a way to every part. */

import { Badge } from '#platform/web/kit/Badge.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Sheet } from './sheet.ts'
import type { Screen } from './walk.ts'
import { personName } from './words.ts'

type Entry = { readonly key: string; readonly label: string; readonly open: number; readonly inner: boolean }

const sectionOf = (screen: Screen): string | null => ('section' in screen ? screen.section.id : null)

/** A line a section, a line a person, and the two pages at the end. */
function entriesOf({ form, screens, stops, facts }: Sheet): Entry[] {
  const openIn = (mine: readonly Screen[]) => {
    const keys = new Set(mine.map((screen) => screen.key))
    return stops.filter((one) => keys.has(one.key)).length
  }
  const parts = form.sections.flatMap((section) => {
    const mine = screens.filter((screen) => sectionOf(screen) === section.id)
    const label = say(section.title)
    if (section.repeat !== 'members') return [{ key: mine[0]?.key ?? '', label, open: openIn(mine), inner: false }]
    const own = mine.filter((screen) => screen.kind === 'members')
    const people = (facts.members ?? []).map(({ id }) => {
      const his = mine.filter((screen) => 'person' in screen && screen.person === id)
      return { key: his[0]?.key ?? '', label: personName(facts, id), open: openIn(his), inner: true }
    })
    return [{ key: section.id, label, open: openIn(own), inner: false }, ...people]
  })
  return [
    ...parts,
    { key: 'check', label: say({ vi: 'Kiểm tra lại', en: 'Check' }), open: 0, inner: false },
    { key: 'result', label: say({ vi: 'Kết quả', en: 'Result' }), open: 0, inner: false },
  ]
}

export const Contents = ({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) => (
  <Dialog title={{ vi: 'Các phần của phiếu', en: 'Parts of the form' }} onClose={onClose}>
    <ul class="standards-contents">
      {entriesOf(sheet).map((entry) => (
        <li key={entry.key} class={entry.inner ? 'standards-inner' : undefined}>
          <button
            type="button"
            class="row-link"
            onClick={() => {
              onClose()
              sheet.go(entry.key)
            }}
          >
            <span>{entry.label}</span>
            {entry.open > 0 && (
              <Badge look="waits">{say({ vi: 'còn {n} chỗ', en: '{n} open' }, { n: showNumber(entry.open) })}</Badge>
            )}
          </button>
        </li>
      ))}
    </ul>
  </Dialog>
)
