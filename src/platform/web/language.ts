/** Vietnamese first, English by a switch, remembered on this device. */
import { effect, signal } from '@preact/signals'
import { fill, notKnownYet, type Said } from '#kernel/text.ts'
import { keep, kept } from './keep.ts'

export type Language = 'vi' | 'en'

export const language = signal<Language>(kept('language') === 'en' ? 'en' : 'vi')

/** Words of the interface in both languages, or a text that is data (a name) and has one form only. */
export type Words = Said | string

/**
 * The sentence in the language of now; `{name}` places are filled with the facts. An open page may meet a value that its
 * tables of words have not: the server was renewed meanwhile. It says so, and falls over nowhere.
 */
export function say(words: Words, facts?: Readonly<Record<string, unknown>>): string {
  const text = typeof words === 'string' ? words : ((words as Said | undefined) ?? notKnownYet)[language.value]
  return facts ? fill(text, facts) : text
}

export function speak(next: Language): void {
  language.value = next
  keep('language', next)
}

effect(() => {
  document.documentElement.lang = language.value
})
