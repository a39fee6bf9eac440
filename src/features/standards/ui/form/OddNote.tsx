/** An answer that seldom is so, asked in plain words: it is so, or it is mended. */
import { Button } from '#platform/web/kit/Button.tsx'
import { say } from '#platform/web/language.ts'
import type { OddAnswer } from '../../rules/oddPeople.ts'

type Props = {
  readonly odd: OddAnswer
  readonly sure: ((said: OddAnswer['said']) => void) | null
  readonly onMend: () => void
}

export function OddNote({ odd: { said }, sure, onMend }: Props) {
  const about = say(said)
  return (
    <div class="remark standards-odd">
      <span>{about}</span>
      {sure && (
        <Button label={say({ vi: 'Đúng: {about}', en: 'It is so: {about}' }, { about })} onClick={() => sure(said)}>
          {say({ vi: 'Đúng', en: 'It is so' })}
        </Button>
      )}
      <Button look="quiet" label={say({ vi: 'Sửa: {about}', en: 'Change: {about}' }, { about })} onClick={onMend}>
        {say({ vi: 'Sửa', en: 'Change' })}
      </Button>
    </div>
  )
}
