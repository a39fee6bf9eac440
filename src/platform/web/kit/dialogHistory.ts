/**
 * An open dialog is a step of the history: the browser's Back closes it and stays on the page. Dialogs stand on one
 * another; the state of a history entry says how many are open there.
 */
/** `close` answers whether it closes: a person may stay where something would be lost. */
type Open = { readonly close: () => boolean }
const open: Open[] = []

const depthHere = (): number => Number((history.state as { dialogs?: number } | null)?.dialogs ?? 0)

/** Back where there are more dialogs than the entry knows closes them; an entry of dialogs that are gone is passed over. */
function onPopState(): void {
  const depth = depthHere()
  if (depth > open.length) {
    history.go(open.length - depth)
    return
  }
  const stays = open
    .slice(depth)
    .reverse()
    .some((dialog) => !dialog.close())
  if (stays) history.pushState({ dialogs: open.length }, '')
}

/** After what happens together has happened: one dialog that gives way to another takes no step. */
function settle(): void {
  setTimeout(() => {
    const depth = depthHere()
    if (depth > open.length) history.go(open.length - depth)
  })
}

/** Answers what takes the dialog off again. */
export function dialogOpened(dialog: Open): () => void {
  addEventListener('popstate', onPopState)
  open.push(dialog)
  if (depthHere() < open.length) history.pushState({ dialogs: open.length }, '')
  return () => {
    open.splice(open.indexOf(dialog), 1)
    settle()
  }
}
