/**
 * An open dialog is a step of the history: the browser's Back closes it and stays on the page. Dialogs stand on one
 * another; the state of a history entry says how many are open there.
 */
import { useEffect, useRef } from 'preact/hooks'
import { mayLeave } from '../leaving.ts'

/** `close` answers whether it closes: a person may stay where something would be lost. */
type Open = { readonly close: () => boolean }
const open: Open[] = []
/** On the way back over entries of dialogs that are gone; the browser says later that it has arrived. */
let walking = false

const depthHere = (): number => Number((history.state as { dialogs?: number } | null)?.dialogs ?? 0)
const mark = () => history.pushState({ dialogs: open.length }, '')

function walkBack(): void {
  walking = true
  history.go(open.length - depthHere())
}

/** Back where there are more dialogs than the entry knows closes them; an entry of dialogs that are gone is passed over. */
function onPopState(): void {
  const depth = depthHere()
  if (walking) {
    walking = false
    // One that opened meanwhile.
    if (depth < open.length) mark()
    return
  }
  if (depth > open.length) {
    walkBack()
    return
  }
  const stays = open
    .slice(depth)
    .reverse()
    .some((dialog) => !dialog.close())
  if (stays) mark()
}

/** After what happens together has happened: two that close at once are one way back, one that gives way to another none. */
function settle(): void {
  setTimeout(() => {
    if (!walking && depthHere() > open.length) walkBack()
  })
}

/** Answers what takes the dialog off again. */
export function dialogOpened(dialog: Open): () => void {
  addEventListener('popstate', onPopState)
  open.push(dialog)
  if (depthHere() < open.length) mark()
  return () => {
    open.splice(open.indexOf(dialog), 1)
    settle()
  }
}

/** A step within a dialog: while it is `taken`, Back takes it back before it closes the dialog. */
export function useStepBack(taken: boolean, takeBack: () => void): void {
  const back = useRef(takeBack)
  back.current = takeBack
  useEffect(() => {
    if (!taken) return
    return dialogOpened({
      close: () => {
        if (!mayLeave()) return false
        back.current()
        return true
      },
    })
  }, [taken])
}
