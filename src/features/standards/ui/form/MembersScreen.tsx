/** Everybody who belongs to the household: open one, add one, take one off, and take that back. */

import { useState } from 'preact/hooks'
import { birthText } from '#kernel/persons.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Facts, Member } from '../../model/facts.ts'
import type { Section } from '../../model/form.ts'
import { ScreenTitle } from './ScreenTitle.tsx'
import type { Sheet } from './sheet.ts'
import { withoutPerson, withPerson } from './walk.ts'
import { answerText, personName } from './words.ts'

type Props = { readonly sheet: Sheet; readonly section: Section }

export function MembersScreen({ sheet, section }: Props) {
  const { facts, change, go, newPerson } = sheet
  const [before, setBefore] = useState<{ facts: Facts; name: string } | null>(null)
  const members = facts.members ?? []
  const group = section.groups[0]?.id ?? ''
  const add = () => {
    const id = newPerson()
    change(withPerson(facts, id))
    go(`${section.id}/${group}/${id}`)
  }
  const remove = (id: string) => {
    setBefore({ facts, name: personName(facts, id) })
    change(withoutPerson(facts, id))
  }
  return (
    <>
      <ScreenTitle>{say(section.title)}</ScreenTitle>
      <p>
        {say({
          vi: 'Những ai ở trong hộ lúc này? Thêm người mới, bỏ người đã đi hoặc đã mất.',
          en: 'Who belongs to the household now? Add who is new, take off who left or died.',
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
            {say({ vi: 'Hoàn tác', en: 'Undo' })}
          </Button>
        </Notice>
      )}
      {members.length === 0 ? (
        <Empty title={{ vi: 'Chưa có ai trong phiếu.', en: 'Nobody is listed yet.' }} />
      ) : (
        <ul class="standards-people">
          {members.map((member) => (
            <Person key={member.id} sheet={sheet} section={section} member={member} remove={() => remove(member.id)} />
          ))}
        </ul>
      )}
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

/** Asked where nobody heads: the head left or died. */
function WhoHeads({ sheet: { facts, change, headed } }: { sheet: Sheet }) {
  const members = facts.members ?? []
  if (!headed || members.length === 0 || members.some(({ relation }) => relation === 'head')) return null
  return (
    <Notice look="waits">
      <ChoiceField<string>
        label={{ vi: 'Ai là chủ hộ hiện nay?', en: 'Who heads the household now?' }}
        hint={{
          vi: 'Quan hệ của những người khác đổi theo chủ hộ mới; hãy xem lại ở phần của từng người.',
          en: 'What the others are to the head turns with it; look at it in the part of each.',
        }}
        required
        choices={members.map(({ id }) => ({ value: id, label: personName(facts, id) }))}
        value={null}
        onChange={(id) => change(headed(facts, id))}
      />
    </Notice>
  )
}

type PersonProps = Props & { readonly member: Member; readonly remove: () => void }

function Person({ sheet, section, member, remove }: PersonProps) {
  const { facts, screens, missing, lists, go, originOf } = sheet
  const name = personName(facts, member.id)
  const first = screens.find((screen) => 'person' in screen && screen.person === member.id)
  const open = missing.filter((one) => one.person === member.id).length
  const relation = section.groups.flatMap((g) => g.questions).find((q) => q.path === 'members[].relation')
  const about = [relation && answerText(relation, member.relation, lists), member.birth && birthText(member.birth)]
  const joined = originOf('members[]', member.id)
  return (
    <li>
      <button type="button" class="standards-person" onClick={() => first && go(first.key)}>
        <strong>{name}</strong>
        <span class="quiet">{about.filter(Boolean).join(' · ')}</span>
        {joined && <span class="standards-origin">{say(joined)}</span>}
        {open > 0 && <Badge look="waits">{say({ vi: 'còn {n} câu', en: '{n} open' }, { n: showNumber(open) })}</Badge>}
      </button>
      <Button
        look="quiet"
        label={say({ vi: 'Bỏ {name} khỏi phiếu', en: 'Take off {name}' }, { name })}
        onClick={remove}
      >
        {say({ vi: 'Bỏ', en: 'Take off' })}
      </Button>
    </li>
  )
}
