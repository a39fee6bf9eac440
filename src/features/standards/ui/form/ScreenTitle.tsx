import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** `h1` where the form is the page itself; a page with a title of its own makes the screens' titles `h2`. */
export const TitleLevel = createContext<'h1' | 'h2'>('h1')

type Props = { readonly children: ComponentChildren; readonly whose?: string | undefined }

/** The title of a screen of the form, where the reader is put when the screen changes; `whose` it is stands below. */
export function ScreenTitle({ children, whose }: Props) {
  const Title = useContext(TitleLevel)
  return (
    <Title tabIndex={-1}>
      {children}
      {whose && <span class="standards-whose">{whose}</span>}
    </Title>
  )
}
