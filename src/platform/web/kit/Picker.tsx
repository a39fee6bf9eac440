/** A box to search in and choose one: full keyboard, heard by a screen reader, results from the server as one types. */
import { useEffect, useId, useState } from 'preact/hooks'
import { say, type Words } from '../language.ts'
import { Field, type FieldFrame, useShown, useWiring } from './Field.tsx'

export type Option<V extends string = string> = { readonly value: V; readonly label: string; readonly detail?: string }

type Props<V extends string> = FieldFrame & {
  /** What is chosen now, as text. */
  readonly chosen: string | null
  readonly load: (q: string, signal: AbortSignal) => Promise<readonly Option<V>[]>
  readonly onChoose: (option: Option<V>) => void
  readonly placeholder?: Words | undefined
  /** What is searched for before anybody types. */
  readonly first?: string | undefined
}

export function Picker<V extends string = string>({ chosen, load, onChoose, placeholder, first, ...frame }: Props<V>) {
  const [text, setText] = useState<string | null>(first ?? null)
  const [at, setAt] = useState(0)
  const { options, state } = useOptions(text, load)
  const shown = useShown(frame, { empty: !chosen })
  const wiring = useWiring(shown)
  const list = useId()
  const open = text !== null && text.trim() !== ''

  const choose = (option: Option<V> | undefined) => {
    if (!option) return
    setText(null)
    onChoose(option)
  }
  const press = (event: KeyboardEvent) => {
    if (!open) return
    const last = options.length - 1
    if (event.key === 'ArrowDown') setAt(Math.min(last, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter') choose(options[at])
    else if (event.key === 'Escape') setText(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Field {...shown} wiring={wiring}>
      <div class="picker">
        <input
          {...wiring}
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-expanded={open}
          aria-controls={list}
          aria-activedescendant={open && options[at] ? `${list}-${at}` : undefined}
          placeholder={placeholder && say(placeholder)}
          value={text ?? chosen ?? ''}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={press}
          onBlur={() => setText(null)}
        />
        {open && <Results list={list} options={options} at={at} state={state} choose={choose} />}
      </div>
    </Field>
  )
}

type ResultsProps<V extends string> = {
  readonly list: string
  readonly options: readonly Option<V>[]
  readonly at: number
  readonly state: SearchState
  readonly choose: (option: Option<V>) => void
}

const Results = <V extends string>({ list, options, at, state, choose }: ResultsProps<V>) => (
  <div class="floating picker-results">
    <div id={list} role="listbox" aria-label={say({ vi: 'Kết quả', en: 'Results' })}>
      {options.map((option, index) => (
        // The input keeps the focus and the keys; the mouse chooses here, before the input's blur.
        // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are reached by aria-activedescendant
        <div
          key={option.value}
          id={`${list}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => {
            event.preventDefault()
            choose(option)
          }}
        >
          {option.label}
          {option.detail && <small>{option.detail}</small>}
        </div>
      ))}
    </div>
    {options.length === 0 && <p role="status">{say(stateWords[state])}</p>}
  </div>
)

type SearchState = 'searching' | 'found' | 'failed'
const stateWords: Readonly<Record<SearchState, Words>> = {
  searching: { vi: 'Đang tìm...', en: 'Searching...' },
  found: { vi: 'Không thấy. Thử gõ ít chữ hơn.', en: 'Nothing found. Try fewer letters.' },
  failed: {
    vi: 'Chưa tìm được. Kiểm tra kết nối rồi gõ lại.',
    en: 'Search failed. Check the connection and type again.',
  },
}

function useOptions<V extends string>(text: string | null, load: Props<V>['load']) {
  const [options, setOptions] = useState<readonly Option<V>[]>([])
  const [state, setState] = useState<SearchState>('searching')
  useEffect(() => {
    const q = text?.trim()
    if (!q) return setOptions([])
    const stop = new AbortController()
    setState('searching')
    const wait = setTimeout(() => {
      load(q, stop.signal).then(
        (found) => {
          if (stop.signal.aborted) return
          setOptions(found)
          setState('found')
        },
        () => !stop.signal.aborted && setState('failed'),
      )
    }, 150)
    return () => {
      clearTimeout(wait)
      stop.abort()
    }
  }, [text])
  return { options, state }
}
