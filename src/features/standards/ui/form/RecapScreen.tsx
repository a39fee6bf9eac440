/** What was filled in beforehand, read to the family in one breath: one press where all of it is still so. */
import { say } from '#platform/web/language.ts'
import { Answers } from './Answers.tsx'
import { ScreenTitle } from './ScreenTitle.tsx'
import type { Sheet } from './sheet.ts'
import type { RecapScreen as Shown } from './walk.ts'
import { personName } from './words.ts'

export function RecapScreen({ sheet, screen }: { sheet: Sheet; screen: Shown }) {
  const { section, person, groups } = screen
  return (
    <>
      <ScreenTitle>{person === null ? say(section.title) : personName(sheet.facts, person)}</ScreenTitle>
      <p>
        {say({
          vi: 'Đọc cho gia đình nghe từng dòng. Chỗ nào đã khác thì bấm "Sửa".',
          en: 'Read each line to the family. Press "Change" where it is different now.',
        })}
      </p>
      {groups.map((group) => (
        <Answers key={group.key} sheet={sheet} of={group} isOwn onMend={() => sheet.go(group.key)} />
      ))}
    </>
  )
}
