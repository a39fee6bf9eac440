import { say } from '../language.ts'

/** In a window of its own: what was typed in the dialog stays. */
export const Beside = ({ page, what }: { page: string; what: string }) => (
  <a href={page} target="_blank" rel="noopener">
    {what}
    <span class="only-heard"> ({say({ vi: 'mở ở cửa sổ khác', en: 'opens in another window' })})</span>
  </a>
)
