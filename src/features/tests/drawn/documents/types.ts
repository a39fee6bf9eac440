import type { Sheet } from '../model.ts'

export type AskedOnPaper = {
  readonly sheet: Sheet
  /** What is told of a household to classify, a line a group of questions. */
  readonly told: readonly string[]
}
export type SheetPaper = {
  /** Null: of a stack, the learner writes the name. */
  readonly who: { readonly name: string; readonly unit: string } | null
  readonly variant: number
  /** On every page. */
  readonly code: string
  /** In their order. */
  readonly asked: readonly AskedOnPaper[]
}
export type TestPaper = {
  readonly unit: string
  readonly title: string
  readonly classTitle: string
  readonly minutes: number | null
  readonly pass: { readonly num: number; readonly of: number } | null
  readonly papers: readonly SheetPaper[]
}
