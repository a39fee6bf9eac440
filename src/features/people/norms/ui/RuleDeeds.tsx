import { Button } from '#platform/web/kit/Button.tsx'
import { say } from '#platform/web/language.ts'

type Props = {
  readonly can: readonly string[]
  /** It has an end, which is put right. */
  readonly ended: boolean
  readonly onFollow: () => void
  readonly onEnd: () => void
}

/** What may be done with a rule, in its row. */
export const RuleDeeds = ({ can, ended, onFollow, onEnd }: Props) => (
  <>
    {can.includes('follow') && (
      <Button look="quiet" onClick={onFollow}>
        {say({ vi: 'Mức mới', en: 'New value' })}
      </Button>
    )}
    {can.includes('end') && (
      <Button look="quiet" onClick={onEnd}>
        {say(ended ? { vi: 'Sửa ngày hết', en: 'Put the end right' } : { vi: 'Hết hiệu lực', en: 'End' })}
      </Button>
    )}
  </>
)
