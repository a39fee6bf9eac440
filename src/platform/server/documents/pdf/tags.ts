/**
 * What is what on a page, for those who hear a paper: headings, paragraphs, tables with their rows and cells. What only
 * adorns it, such as marks, page numbers and lines, is said to. A document that is not tagged is drawn alike.
 */
type Options = { readonly alt?: string; readonly actual?: string }

export type Tags = {
  /** Draws a piece of text or a figure as what it is, where the reading stands now. */
  readonly piece: (type: string, draw: () => void, options?: Options) => void
  /** Opens an element over what is written meanwhile. */
  readonly within: (type: string, write: () => void) => void
  /** Draws what is no part of what is read. */
  readonly adornment: (draw: () => void) => void
}

export const untagged: Tags = {
  piece: (_type, draw) => draw(),
  within: (_type, write) => write(),
  adornment: (draw) => draw(),
}

/** `PDFKit.PDFDocument` opened with `tagged`. Ends its own elements, so that none is held until the end. */
export function tagsOf(doc: PDFKit.PDFDocument): Tags {
  const root = doc.struct('Document')
  doc.addStructure(root)
  let parent = root
  // What is drawn inside a piece, or beside what is read, has no place of its own.
  let drawing = false
  const draw = (work: () => void): void => {
    const before = drawing
    drawing = true
    work()
    drawing = before
  }
  return {
    piece: (type, work, options = {}) => {
      if (drawing) work()
      else parent.add(doc.struct(type, options, () => draw(work)))
    },
    within: (type, write) => {
      if (drawing) return write()
      const [outer, own] = [parent, doc.struct(type)]
      outer.add(own)
      parent = own
      write()
      own.end()
      parent = outer
    },
    adornment: (work) => {
      if (drawing) return work()
      doc.markContent('Artifact', { type: 'Layout' })
      draw(work)
      doc.endMarkedContent()
    },
  }
}
