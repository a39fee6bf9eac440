/**
 * A person, or a part of the household, on one card: what was filled in beforehand is read to the family in one breath and
 * kept by one press; what is never taken over is asked on the same card. Opened, all of it is asked.
 */
import { birthText } from '#kernel/persons.ts'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Question as Asked } from '../../model/form.ts'
import { oldestAge, partsOf, youngestAge } from '../../rules/ages.ts'
import { answerAt, pathOf } from '../../rules/form.ts'
import { OddNote } from './OddNote.tsx'
import { Question } from './Question.tsx'
import { ScreenTitle } from './ScreenTitle.tsx'
import type { Sheet } from './sheet.ts'
import type { RecapScreen as Shown } from './walk.ts'
import { useInSight } from './whole.ts'
import { answerText, personName } from './words.ts'

type Props = { readonly sheet: Sheet; readonly screen: Shown; readonly open: boolean; readonly onOpen: () => void }

export function RecapScreen({ sheet, screen, open, onOpen }: Props) {
  const { section, person } = screen
  return (
    <>
      <ScreenTitle>{person === null ? say(section.title) : personName(sheet.facts, person)}</ScreenTitle>
      {person !== null && <Who sheet={sheet} of={screen} />}
      {open ? <All sheet={sheet} screen={screen} /> : <ReadBack sheet={sheet} screen={screen} onOpen={onOpen} />}
    </>
  )
}

/** The register says who a person is: said in one line, not asked. */
const identity = ['name', 'sex', 'birth', 'relation', 'ethnicity'].map((key) => `members[].${key}`)

function Who({ sheet: { facts, day, lists }, of: { person, groups } }: { sheet: Sheet; of: Shown }) {
  const member = facts.members?.find((one) => one.id === person)
  const asked = groups.flatMap((group) => group.asked)
  const said = (key: 'sex' | 'relation' | 'ethnicity') => {
    const question = asked.find(({ path }) => path === `members[].${key}`)
    return question ? answerText(question, member?.[key], lists) : null
  }
  const { birth } = member ?? {}
  const on = partsOf(day)
  const ages = birth && [...new Set([youngestAge(birth, on), oldestAge(birth, on)])].map(showNumber).join('-')
  const born =
    birth &&
    say({ vi: 'sinh {birth} ({age} tuổi)', en: 'born {birth} ({age})' }, { birth: birthText(birth), age: ages ?? '' })
  const parts = [said('sex'), born, said('relation'), said('ethnicity')].filter(Boolean)
  return parts.length === 0 ? null : <p class="standards-who">{parts.join(' · ')}</p>
}

/** All of it, to be asked or changed. */
function All({ sheet, screen: { groups, person } }: { sheet: Sheet; screen: Shown }) {
  let left = useInSight()
  return (
    <>
      {groups.map(({ key, group, asked }) => {
        const drawn = asked.slice(0, Math.max(0, left))
        left -= drawn.length
        return (
          drawn.length > 0 && (
            <section key={key} class="standards-part" aria-label={say(group.title)}>
              <h2>{say(group.title)}</h2>
              {drawn.map((question) => (
                <Question
                  key={`${key}:${question.id}`}
                  sheet={sheet}
                  question={question}
                  person={person}
                  mark={false}
                />
              ))}
            </section>
          )
        )
      })}
    </>
  )
}

/** Asked on the card: never taken over, not known, or given here; who a person is stands in the line above once it is known. */
function isAskedHere(
  { anew, missing, originOf }: Sheet,
  { path, id, required }: Asked,
  person: string | null,
): boolean {
  if (anew.has(pathOf(path, person ?? undefined))) return true
  if (missing.some((one) => one.question === id && (one.person ?? null) === person)) return true
  return required && !identity.includes(path) && originOf(path, person) === null
}

function ReadBack({ sheet, screen, onOpen }: Omit<Props, 'open'>) {
  const { facts, odd, beSure } = sheet
  const { person, groups } = screen
  const inSight = useInSight()
  const all = groups.flatMap((group) => group.asked)
  const asked = all.filter((question) => isAskedHere(sheet, question, person))
  const kept = all.filter(
    (question) => !asked.includes(question) && !(person !== null && identity.includes(question.path)),
  )
  const given = kept.filter(({ path }) => answerAt(facts, path, person ?? undefined) !== undefined)
  const doubts = odd.filter((one) => one.person === person && all.some(({ path }) => path === one.path))
  return (
    <>
      {doubts
        .filter((one) => !asked.some(({ path }) => path === one.path))
        .map((one) => (
          <OddNote key={one.said.vi} odd={one} sure={beSure} onMend={onOpen} />
        ))}
      {asked.length > 0 && (
        <section class="standards-part" aria-label={say(askedWords)}>
          <h2>{say(askedWords)}</h2>
          {asked.slice(0, inSight).map((question) => (
            <Question key={question.id} sheet={sheet} question={question} person={person} mark={false} />
          ))}
        </section>
      )}
      {given.length > 0 && asked.length < inSight && <Given sheet={sheet} of={given} person={person} />}
    </>
  )
}

const askedWords: Words = { vi: 'Hỏi mới', en: 'Asked anew' }

/** What was filled in, a line each; where it came from is said once where it is the same of all. */
function Given({ sheet, of, person }: { sheet: Sheet; of: readonly Asked[]; person: string | null }) {
  const { facts, lists, originOf } = sheet
  const origins = [...new Set(of.map(({ path }) => originOf(path, person)))]
  const [shared] = origins.length === 1 ? origins : [null]
  return (
    <section class="standards-part" aria-label={say(readWords)}>
      <h2>
        {say(readWords)} {shared && <span class="standards-origin">{say(shared)}</span>}
      </h2>
      <dl class="facts standards-recap">
        {of.map((question) => {
          const origin = originOf(question.path, person)
          return (
            <div key={question.id}>
              <dt>{say(question.asks)}</dt>
              <dd>
                {answerText(question, answerAt(facts, question.path, person ?? undefined), lists)}
                {origin && origin !== shared && <span class="standards-origin"> {say(origin)}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

const readWords: Words = { vi: 'Đọc cho gia đình nghe', en: 'Read to the family' }
