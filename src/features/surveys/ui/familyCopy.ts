/** The family's copy as a picture, drawn on the phone without a line: shared where the phone can, else kept as a file. */
import { type CopyLine, wrapped } from './copyLines.ts'

const page = { width: 720, margin: 36 } as const
const looks: Readonly<
  Record<CopyLine['look'], { readonly font: string; readonly height: number; readonly ink: string }>
> = {
  title: { font: 'bold 34px sans-serif', height: 48, ink: '#000' },
  heading: { font: 'bold 26px sans-serif', height: 46, ink: '#000' },
  class: { font: 'bold 40px sans-serif', height: 60, ink: '#000' },
  plain: { font: '24px sans-serif', height: 34, ink: '#000' },
  quiet: { font: '22px sans-serif', height: 32, ink: '#333' },
}

function drawn(lines: readonly CopyLine[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no pictures')
  const rows = lines.flatMap(({ text, look }) => {
    pen.font = looks[look].font
    return wrapped(text, page.width - 2 * page.margin, (one) => pen.measureText(one).width).map((row) => ({
      row,
      look,
    }))
  })
  canvas.width = page.width
  canvas.height = rows.reduce((sum, { look }) => sum + looks[look].height, 2 * page.margin)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  let y = page.margin
  for (const { row, look } of rows) {
    const { font, height, ink } = looks[look]
    pen.font = font
    pen.fillStyle = ink
    pen.fillText(row, page.margin, y + height * 0.75)
    y += height
  }
  return canvas
}

/** Throws where no picture can be made. */
export async function handOut(lines: readonly CopyLine[], called: string): Promise<void> {
  const blob = await new Promise<Blob | null>((done) => drawn(lines).toBlob(done, 'image/png'))
  if (!blob) throw new Error('no picture')
  const file = new File([blob], `${called}.png`, { type: 'image/png' })
  if (navigator.canShare?.({ files: [file] })) {
    // Somebody who thinks better of it has done nothing wrong.
    await navigator.share({ files: [file] }).catch(() => undefined)
    return
  }
  const href = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href, download: file.name }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
