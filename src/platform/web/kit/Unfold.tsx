/** On a phone a page begins with its work: what is more than three filters or deeds stays folded until it is asked for. */
import { say } from '../language.ts'

type Props = { readonly open: boolean; readonly more: string; readonly onChange: (open: boolean) => void }

/** The last in a row that folds on narrow screens; wide ones show the whole row, and not this. */
export const Unfold = ({ open, more, onChange }: Props) => (
  <button type="button" class="button quiet unfold" aria-expanded={open} onClick={() => onChange(!open)}>
    {open ? say({ vi: 'Thu gọn', en: 'Less' }) : more}
  </button>
)
