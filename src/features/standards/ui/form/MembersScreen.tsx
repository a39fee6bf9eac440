/** Everybody who belongs to the household: open one, add one, say who left and how, and take that back. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { birthText } from '#kernel/persons.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { AskedOf } from '#platform/web/kit/unread.ts'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Facts, Member } from '../../model/facts.ts'
import type { Section } from '../../model/form.ts'
import { ScreenTitle } from './ScreenTitle.tsx'
import type { Sheet } from './sheet.ts'
import { keyOfPerson, withoutPerson, withPerson } from './walk.ts'
import { answerText, personName } from './words.ts'

type Props = { readonly sheet: Sheet; readonly section: Section }

export function MembersScreen({ sheet, section }: Props) {
  const { facts, change, go, newPerson, leaving } = sheet
  const [before, setBefore] = useState<{ facts: Facts; name: string } | null>(null)
  const [going, setGoing] = useState<string | null>(null)
  const members = facts.members ?? []
  const add = () => {
    const id = newPerson()
    change(withPerson(facts, id))
    go(keyOfPerson(section, id, sheet.cards))
  }
  const remove = (id: string) => {
    if (leaving?.asks(id)) return setGoing(id)
    setBefore({ facts, name: personName(facts, id) })
    change(withoutPerson(facts, id))
  }
  return (
    <>
      <ScreenTitle>{say(section.title)}</ScreenTitle>
      <p>
        {say({
          vi: 'Những ai ở trong hộ lúc này? Thêm người mới; ai không còn ở thì bấm "Rời hộ".',
          en: 'Who belongs to the household now? Add who is new; press "Has left" of who does not live here any more.',
        })}
      </p>
      {before && (
        <Notice look="waits">
          <span>{say({ vi: 'Đã bỏ {name} khỏi phiếu.', en: '{name} was taken off.' }, before)}</span>
          <Button
            onClick={() => {
              change({ ...facts, members: before.facts.members ?? [] })
              setBefore(null)
            }}
          >
            {say(undo)}
          </Button>
        </Notice>
      )}
      {members.length === 0 ? (
        <Empty title={{ vi: 'Chưa có ai trong phiếu.', en: 'Nobody is listed yet.' }} />
      ) : (
        <ul class="standards-people">
          {members.map((member) => (
            <Person
              key={member.id}
              sheet={sheet}
              section={section}
              member={member}
              remove={() => remove(member.id)}
              going={going === member.id && <Going sheet={sheet} of={member} onDone={() => setGoing(null)} />}
            />
          ))}
        </ul>
      )}
      <Left sheet={sheet} />
      {sheet.odd
        .filter(({ path }) => path === 'members')
        .map(({ said }) => (
          <p key={said.vi} class="remark">
            {say(said)}
          </p>
        ))}
      <WhoHeads sheet={sheet} />
      <Button onClick={add}>+ {say({ vi: 'Thêm người', en: 'Add a person' })}</Button>
    </>
  )
}

const undo: Words = { vi: 'Hoàn tác', en: 'Undo' }
const newHeadHint: Words = {
  vi: 'Quan hệ của những người khác đổi theo chủ hộ mới; hãy xem lại ở phần của từng người.',
  en: 'What the others are to the head turns with it; look at it in the part of each.',
}

/** How somebody of the register left; who heads the household after its head. The last answer takes the person off. */
function Going({ sheet: { facts, leaving }, of: { id, relation }, onDone }: GoingProps) {
  const [reason, setReason] = useState<string | null>(null)
  const rest = (facts.members ?? []).filter((one) => one.id !== id)
  const needsHead = relation === 'head' && rest.length > 0
  const leave = (how: { reason: string; newHead: string | null }) => {
    leaving?.leave(id, how)
    onDone()
  }
  return (
    <div class="standards-going">
      <ChoiceField<string>
        as="rows"
        label={{ vi: 'Vì sao không còn trong hộ?', en: 'Why no longer in the household?' }}
        required
        choices={leaving?.reasons ?? []}
        value={reason}
        onChange={(value) => (needsHead ? setReason(value) : leave({ reason: value, newHead: null }))}
      />
      {needsHead && reason !== null && (
        <ChoiceField<string>
          as="rows"
          label={{ vi: 'Ai là chủ hộ thay?', en: 'Who heads the household instead?' }}
          hint={newHeadHint}
          required
          choices={rest.map((one) => ({ value: one.id, label: personName(facts, one.id) }))}
          value={null}
          onChange={(newHead) => leave({ reason, newHead })}
        />
      )}
      <Button look="quiet" onClick={onDone}>
        {say({ vi: 'Vẫn ở trong hộ', en: 'Still in the household' })}
      </Button>
    </div>
  )
}

type GoingProps = { readonly sheet: Sheet; readonly of: Member; readonly onDone: () => void }

/** Who left since the register was last right, with how; the day where the family knows it. */
function Left({ sheet: { leaving } }: { sheet: Sheet }) {
  if (!leaving || leaving.gone.length === 0) return null
  const words = new Map(leaving.reasons.map(({ value, label }) => [value, label]))
  return (
    <section class="standards-part" aria-label={say(leftWords)}>
      <h2>{say(leftWords)}</h2>
      <ul class="standards-people">
        {leaving.gone.map(({ person, name, reason, on }) => (
          <li key={person} class="standards-gone">
            <strong>{name}</strong>
            <span>{say(words.get(reason) ?? reason)}</span>
            <Button
              look="quiet"
              label={say({ vi: 'Hoàn tác: {name} vẫn ở trong hộ', en: 'Undo: {name} is still here' }, { name })}
              onClick={() => leaving.takeBack(person)}
            >
              {say(undo)}
            </Button>
            <AskedOf.Provider value={`left ${person}`}>
              <DayField
                label={{ vi: 'Từ ngày nào (nếu biết)', en: 'From which day (if known)' }}
                value={on}
                onChange={(day) => leaving.leftOn(person, day)}
              />
            </AskedOf.Provider>
          </li>
        ))}
      </ul>
    </section>
  )
}

const leftWords: Words = { vi: 'Không còn trong hộ', en: 'No longer in the household' }

/** Asked where nobody heads: the head left or died. */
function WhoHeads({ sheet: { facts, change, headed } }: { sheet: Sheet }) {
  const members = facts.members ?? []
  if (!headed || members.length === 0 || members.some(({ relation }) => relation === 'head')) return null
  return (
    <Notice look="waits">
      <ChoiceField<string>
        label={{ vi: 'Ai là chủ hộ hiện nay?', en: 'Who heads the household now?' }}
        hint={newHeadHint}
        required
        choices={members.map(({ id }) => ({ value: id, label: personName(facts, id) }))}
        value={null}
        onChange={(id) => change(headed(facts, id))}
      />
    </Notice>
  )
}

type PersonProps = Props & {
  readonly member: Member
  readonly remove: () => void
  readonly going: ComponentChildren
}

function Person({ sheet, section, member, remove, going }: PersonProps) {
  const { facts, screens, stops, lists, go, originOf, leaving } = sheet
  const name = personName(facts, member.id)
  const first = screens.find((screen) => 'person' in screen && screen.person === member.id)
  const own = new Set(screens.flatMap((one) => ('person' in one && one.person === member.id ? [one.key] : [])))
  const open = stops.filter(({ key }) => own.has(key)).length
  const known = leaving?.asks(member.id) ?? false
  const relation = section.groups.flatMap((g) => g.questions).find((q) => q.path === 'members[].relation')
  const about = [relation && answerText(relation, member.relation, lists), member.birth && birthText(member.birth)]
  const joined = originOf('members[]', member.id)
  return (
    <li>
      <button type="button" class="standards-person" onClick={() => first && go(first.key)}>
        <strong>{name}</strong>
        <span class="quiet">{about.filter(Boolean).join(' · ')}</span>
        {joined && <span class="standards-origin">{say(joined)}</span>}
        {open > 0 && <Badge look="waits">{say({ vi: 'còn {n} chỗ', en: '{n} open' }, { n: showNumber(open) })}</Badge>}
      </button>
      <Button
        look="quiet"
        label={say(
          known
            ? { vi: '{name} rời hộ', en: '{name} has left' }
            : { vi: 'Bỏ {name} khỏi phiếu', en: 'Take off {name}' },
          { name },
        )}
        onClick={remove}
      >
        {say(known ? { vi: 'Rời hộ', en: 'Has left' } : { vi: 'Bỏ', en: 'Take off' })}
      </Button>
      {going}
    </li>
  )
}
