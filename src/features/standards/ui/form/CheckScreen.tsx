/** Check your answers: what is still to be done, what is asked again, then all that was said, each with its way back. */

import { useContext } from 'preact/hooks'
import { Button } from '#platform/web/kit/Button.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { Answers } from './Answers.tsx'
import { OddNote } from './OddNote.tsx'
import { ScreenTitle } from './ScreenTitle.tsx'
import { Stops } from './Stops.tsx'
import type { Sheet } from './sheet.ts'
import { type GroupScreen, keyOfMissing, oddOn } from './walk.ts'
import { Whole } from './whole.ts'
import { missingText, personName } from './words.ts'

export function CheckScreen({ sheet }: { sheet: Sheet }) {
  const groups = sheet.screens.filter((screen) => screen.kind === 'group')
  const whole = useContext(Whole)
  const sections = sheet.form.sections.map((section) => ({
    section,
    groups: groups.filter((group) => group.section.id === section.id),
  }))
  return (
    <>
      <ScreenTitle>{say({ vi: 'Kiểm tra lại câu trả lời', en: 'Check your answers' })}</ScreenTitle>
      {sheet.stops.length === 0 && (
        <p class="notice done" role="note">
          {say({ vi: 'Không còn câu nào thiếu.', en: 'Nothing is missing.' })}
        </p>
      )}
      <Stops sheet={sheet} />
      <Odd sheet={sheet} />
      <Open sheet={sheet} />
      {sections.slice(0, whole ? sections.length : 1).map(({ section, groups: mine }) => (
        <Section key={section.id} title={section.title}>
          {section.repeat && (
            <p>
              <Button onClick={() => sheet.go(section.id, true)}>
                {say(
                  { vi: 'Danh sách {n} người', en: 'List of {n} people' },
                  { n: showNumber(sheet.facts.members?.length ?? 0) },
                )}
              </Button>
            </p>
          )}
          {mine.map((group) => (
            <Answers
              key={group.key}
              sheet={sheet}
              of={group}
              title={titleOf(sheet, group)}
              onMend={() => sheet.go(group.key, true)}
            />
          ))}
        </Section>
      ))}
    </>
  )
}

const titleOf = ({ facts }: Sheet, { group, person }: GroupScreen): string =>
  [person && personName(facts, person), say(group.title)].filter(Boolean).join(': ')

/** Nothing waits for it but a verdict that would be surer. */
function Open({ sheet }: { sheet: Sheet }) {
  const { missing, stops, go } = sheet
  const said = new Set(stops.map((one) => one.said))
  const open = missing.map((one) => ({ key: keyOfMissing(one), said: missingText(sheet, one) }))
  const more = open.filter((one) => !said.has(one.said))
  if (more.length === 0) return null
  return (
    <section aria-label={say(surer)}>
      <p>{say(surer)}</p>
      <ul class="plain-list">
        {more.map((one) => (
          <li key={one.key + one.said}>
            <button type="button" class="row-link" onClick={() => go(one.key, true)}>
              {one.said}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const surer = { vi: 'Biết thêm thì kết quả chắc hơn:', en: 'Knowing more makes the result surer:' }

/** Answers that seldom are so: each with its way back, and none stands against sending. */
function Odd({ sheet: { odd, screens, go, beSure } }: { sheet: Sheet }) {
  if (odd.length === 0) return null
  return (
    <section class="attention" aria-label={say(lookAgain)}>
      <h2>{say(lookAgain)}</h2>
      <ul class="plain-list">
        {odd.map((one) => (
          <li key={one.said.vi}>
            <OddNote
              odd={one}
              sure={beSure}
              onMend={() => go(screens.find((screen) => oddOn([one], screen).length > 0)?.key ?? 'check', true)}
            />
          </li>
        ))}
      </ul>
      <p class="quiet">{say({ vi: 'Nếu đúng thì vẫn gửi được.', en: 'If it is so, send it all the same.' })}</p>
    </section>
  )
}

const lookAgain = { vi: 'Xin xem lại', en: 'Please look again' }
