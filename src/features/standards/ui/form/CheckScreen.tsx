/** Check your answers: what is wrong, what is missing, then all that was said, each with its way back. */

import { Button } from '#platform/web/kit/Button.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { Answers } from './Answers.tsx'
import { faultWords, personIn } from './faultWords.ts'
import { ScreenTitle } from './ScreenTitle.tsx'
import type { Sheet } from './sheet.ts'
import { type GroupScreen, keyOfFault, keyOfMissing, oddOn, unreadOn } from './walk.ts'
import { missingText, personName } from './words.ts'

export function CheckScreen({ sheet }: { sheet: Sheet }) {
  const groups = sheet.screens.filter((screen) => screen.kind === 'group')
  const sections = sheet.form.sections.map((section) => ({
    section,
    groups: groups.filter((group) => group.section === section),
  }))
  return (
    <>
      <ScreenTitle>{say({ vi: 'Kiểm tra lại câu trả lời', en: 'Check your answers' })}</ScreenTitle>
      <Faults sheet={sheet} />
      <Unread sheet={sheet} />
      <Missing sheet={sheet} />
      <Odd sheet={sheet} />
      <Unseen sheet={sheet} />
      {sections.map(({ section, groups: mine }) => (
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

function Faults({ sheet }: { sheet: Sheet }) {
  const { faults, facts, screens, go } = sheet
  if (faults.length === 0) return null
  return (
    <div class="problem" role="alert">
      <ul class="plain-list">
        {faults.map((fault) => {
          const person = personIn(fault.path)
          const name = person === null ? '' : personName(facts, person)
          return (
            <li key={fault.path + fault.code}>
              {say(faultWords[fault.code], { name })}{' '}
              <Button look="quiet" onClick={() => go(keyOfFault(screens, fault.path), true)}>
                {say({ vi: 'Sửa', en: 'Change' })}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Typed, and still to be mended before it says anything. */
function Unread({ sheet: { asTyped, screens, facts, go } }: { sheet: Sheet }) {
  const open = unreadOn(screens, asTyped.unread)
  if (open.length === 0) return null
  return (
    <div class="problem" role="alert">
      <p>{say({ vi: 'Chưa đọc được những gì đã nhập ở:', en: 'What was typed cannot be read at:' })}</p>
      <ul class="plain-list">
        {open.map(({ key, question, person }) => (
          <li key={`${key}:${question.id}`}>
            {person === null ? '' : `${personName(facts, person)}: `}
            {say(question.asks)}{' '}
            <Button look="quiet" onClick={() => go(key, true)}>
              {say({ vi: 'Sửa', en: 'Change' })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const atOnce = 6

function Missing({ sheet }: { sheet: Sheet }) {
  const { missing, go, faults } = sheet
  if (missing.length === 0)
    return faults.length > 0 ? null : (
      <p class="notice done" role="note">
        {say({ vi: 'Không còn câu nào thiếu.', en: 'Nothing is missing.' })}
      </p>
    )
  return (
    <section class="attention" aria-label={say({ vi: 'Câu còn thiếu', en: 'Missing answers' })}>
      <h2>{say({ vi: 'Còn thiếu {n} câu', en: '{n} answers are missing' }, { n: showNumber(missing.length) })}</h2>
      <ul class="plain-list">
        {missing.slice(0, atOnce).map((one) => (
          <li key={`${one.question}:${one.person}`}>
            <button type="button" class="row-link" onClick={() => go(keyOfMissing(one), true)}>
              {missingText(sheet, one)}
            </button>
          </li>
        ))}
      </ul>
      {missing.length > atOnce && (
        <p class="quiet">
          {say(
            { vi: 'và {n} câu nữa, lần lượt hiện ra khi trả lời.', en: 'and {n} more, shown one after another.' },
            { n: showNumber(missing.length - atOnce) },
          )}
        </p>
      )}
    </section>
  )
}

/** Answers that seldom are so: each with its way back, and none stands against sending. */
function Odd({ sheet: { odd, screens, go } }: { sheet: Sheet }) {
  if (odd.length === 0) return null
  return (
    <section class="attention" aria-label={say(lookAgain)}>
      <h2>{say(lookAgain)}</h2>
      <ul class="plain-list">
        {odd.map((one) => (
          <li key={one.said.vi}>
            <button
              type="button"
              class="row-link"
              onClick={() => go(screens.find((screen) => oddOn([one], screen).length > 0)?.key ?? 'check', true)}
            >
              {say(one.said)}
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet">{say({ vi: 'Nếu đúng thì vẫn gửi được.', en: 'If it is so, send it all the same.' })}</p>
    </section>
  )
}

const lookAgain = { vi: 'Xin xem lại', en: 'Please look again' }

/** Nothing wrong with them, but nobody asked again. */
function Unseen({ sheet: { unseen, go } }: { sheet: Sheet }) {
  const [first] = unseen
  if (first === undefined) return null
  return (
    <Notice look="waits">
      <span>
        {say(
          { vi: 'Còn {n} phần điền sẵn chưa hỏi lại gia đình.', en: '{n} prefilled parts were not asked again.' },
          { n: showNumber(unseen.length) },
        )}
      </span>
      <Button onClick={() => go(first)}>{say({ vi: 'Hỏi từ phần đầu tiên', en: 'Ask from the first' })}</Button>
    </Notice>
  )
}
