import { language, speak } from '#platform/web/language.ts'

/** Names the other language in that language. */
export function LanguageSwitch() {
  const other = language.value === 'vi' ? 'en' : 'vi'
  return (
    <button type="button" class="button quiet" lang={other} onClick={() => speak(other)}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </button>
  )
}
