import type { PdfDictionary, PdfValue } from '../objects.ts'
import { NotPdf, parseDictionary } from '../parse.ts'
import { readContent } from './content.ts'
import type { Run, Sources } from './content.ts'
import type { FinishedFile } from './finished-file.ts'
import { readFont } from './font.ts'
import type { Font } from './font.ts'
import type { Matrix } from './matrix.ts'
import { textOf } from './text-string.ts'
import { asRead } from './visual-order.ts'

/** In the order in which it is drawn; a line break where words do not run on. */
export type PageWords = {
  /** The content. */
  readonly body: string
  /** What is marked as decoration of the page. */
  readonly artifacts: string
}

/** What a page says by the letters that are drawn, and what it tells to whoever does not see them (14.9.4). */
export type PageText = { readonly drawn: PageWords; readonly told: PageWords }

/** Words that grow, and where their last letter ended. */
type Track = { text: string; pen: Pen | null }
/** A place on the page, and how high the letters before it were. */
type Pen = { readonly x: number; readonly y: number; readonly height: number }

/** In sizes of the letters: nearer than this to where the last letter ended, a word goes on. */
const [GAP, OVERLAP, RISE] = [0.12, 0.4, 0.1]

/** For what is drawn and no reader can tell. */
const UNTOLD = '\ufffd'

/** Reads pages of one file; each font is read once. */
export function createPageReader(file: FinishedFile): (page: PdfDictionary) => PageText {
  const fonts = new Map<number, Font>()
  const font = (value: PdfValue): Font => {
    if (typeof value !== 'object' || value === null || !('number' in value))
      throw new NotPdf('A font is not as expected.')
    const found = fonts.get(value.number) ?? readFont(file, value)
    fonts.set(value.number, found)
    return found
  }
  return ({ entries }) => {
    const source = file.stream(entries.get('Contents')).toString('latin1')
    return readPage(source, file.dictionary(entries.get('Resources')), { file, font })
  }
}

type Part = { readonly isArtifact: boolean; readonly isTold: boolean }

function readPage(source: string, resources: PdfDictionary, sources: Sources): PageText {
  const drawn = { body: createTrack(), artifacts: createTrack() }
  const told = { body: createTrack(), artifacts: createTrack() }
  const parts: Part[] = []
  let part: Part = { isArtifact: false, isTold: false }
  let isToldOtherwise = false
  let instead = ''
  readContent(source, resources, sources, {
    show(run) {
      // Of letters that are drawn in parts only some parts have a meaning, and most are told otherwise. What is left,
      // as of an emoji that a change cuts in two, must not go unseen: no paragraph that can be read holds this sign.
      const text = run.isPartial && !part.isTold ? run.text + UNTOLD : run.text
      const kind = part.isArtifact ? 'artifacts' : 'body'
      write(drawn[kind], text, run)
      write(told[kind], part.isTold ? instead : text, run)
      instead = ''
    },
    open(tag, properties) {
      parts.push(part)
      const other = properties.includes('/ActualText')
        ? parseDictionary(properties).entries.get('ActualText')
        : undefined
      if (other !== undefined && !part.isTold) {
        instead = textOf(other)
        isToldOtherwise = true
      }
      part = {
        isArtifact: part.isArtifact || tag === 'Artifact',
        isTold: part.isTold || other !== undefined,
      }
    },
    close() {
      told[part.isArtifact ? 'artifacts' : 'body'].text += instead
      instead = ''
      part = parts.pop() ?? part
    },
  })
  const words = wordsOf(drawn)
  return { drawn: words, told: isToldOtherwise ? wordsOf(told) : words }
}

function wordsOf({ body, artifacts }: { readonly body: Track; readonly artifacts: Track }): PageWords {
  return { body: asRead(body.text), artifacts: asRead(artifacts.text) }
}

function createTrack(): Track {
  return { text: '', pen: null }
}

function write(track: Track, text: string, { start, advance, size }: Run): void {
  const [a, b, , , x, y] = start
  const scale = Math.hypot(a, b)
  const height = size * scale
  // A sign over a letter is drawn wherever its letter wants it.
  if (advance === 0) {
    track.text += text
    return
  }
  track.text += runsOn(track.pen, start, scale, height) ? text : `\n${text}`
  track.pen = { x: x + advance * a, y: y + advance * b, height }
}

function runsOn(pen: Pen | null, [a, b, , , x, y]: Matrix, scale: number, height: number): boolean {
  if (!pen || scale === 0) return false
  const [right, up] = [x - pen.x, y - pen.y]
  const along = (right * a + up * b) / scale
  const aside = Math.abs(up * a - right * b) / scale
  const largest = Math.max(height, pen.height)
  return aside < RISE * largest && along < GAP * largest && along > -OVERLAP * largest
}
