/** What was filled in beforehand, read to the family in one breath: one press where all of it is still so. */
import { say } from '#platform/web/language.ts'
import { Answers } from './Answers.tsx'
import { ScreenTitle } from './ScreenTitle.tsx'
import type { Sheet } from './sheet.ts'
import type { RecapScreen as Shown } from './walk.ts'
import { personName } from './words.ts'

export function RecapScreen({ sheet, screen }: { sheet: Sheet; screen: Shown }) {
  const { section, person, groups } = screen
  const origins = groups.flatMap(({ asked }) => asked.map(({ path }) => sheet.originOf(path, person)))
  const [origin, ...others] = new Set(origins.filter((one) => one !== null))
  const shared = origin && others.length === 0 ? origin : null
  return (
    <>
      <ScreenTitle>{person === null ? say(section.title) : personName(sheet.facts, person)}</ScreenTitle>
      <p>
        {shared && (
          <>
            {say({ vi: 'Điền sẵn', en: 'Filled in' })} <span class="standards-origin">{say(shared)}</span>.{' '}
          </>
        )}
        {say({
          vi: 'Đọc cho gia đình nghe từng dòng; chỗ nào đã khác thì bấm "Sửa".',
          en: 'Read each line to the family; press "Change" where it is different now.',
        })}
      </p>
      <div class="standards-recap">
        {groups.map((group) => (
          <Answers
            key={group.key}
            sheet={sheet}
            of={group}
            title={say(group.group.title)}
            origin={shared}
            onMend={() => sheet.go(group.key)}
          />
        ))}
      </div>
    </>
  )
}
