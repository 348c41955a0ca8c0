import type { PdfDictionary, PdfValue } from '../objects.ts'
import { NotPdf } from '../parse.ts'
import type { FinishedFile } from './finished-file.ts'
import type { Font } from './font.ts'
import { IDENTITY, times } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import { asMatrix, clear, createOperands, gather } from './operands.ts'
import type { Operands, Writing } from './operands.ts'
import { scan } from './scan.ts'

/** Words from `start` on, which is their own space on the page; in it they are `size` high and go on by `advance`. */
export type Run = {
  readonly text: string
  /** Signs among them mean no letter by themselves. */
  readonly isPartial: boolean
  readonly start: Matrix
  readonly size: number
  readonly advance: number
}

/** What is drawn, in its order. */
export type Drawn = {
  show(run: Run): void
  /** Marked content begins (14.6); `properties` as they stand in the stream, empty where there are none. */
  open(tag: string, properties: string): void
  close(): void
}

export type Sources = { readonly file: FinishedFile; readonly font: (value: PdfValue) => Font }

type State = Writing & { readonly matrix: Matrix }

/** A stream that is followed. */
type Drawing = {
  readonly resources: PdfDictionary
  readonly sources: Sources
  readonly drawn: Drawn
  readonly depth: number
  readonly operands: Operands
  readonly kept: State[]
  state: State
  /** Where the next letter stands; null outside of text. */
  line: Matrix | null
  open: number
}

/** Forms within forms, and states put aside. */
const [DEEPEST, MOST_STATES] = [16, 256]
/** Ways to draw letters (9.3.6) that nobody sees. */
const UNSEEN = new Set([3, 7])

/** They draw lines, areas and colours, and say nothing. */
const PAINTING =
  'w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* CS cs SC SCN sc scn G g RG rg K k sh'

type Act = (drawing: Drawing) => void

const ACTS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ...PAINTING.split(' ').map((operator): [string, Act] => [operator, () => undefined]),
  ['q', keep],
  ['Q', giveBack],
  ['cm', (drawing) => move(drawing, asMatrix(drawing.operands))],
  ['BT', beginText],
  ['ET', endText],
  ['Tf', takeFont],
  ['Tr', refuseUnseen],
  ['Tm', placeText],
  ['Tj', show],
  ['TJ', show],
  ['BMC', mark],
  ['BDC', mark],
  ['EMC', unmark],
  ['Do', drawForm],
])

/**
 * Follows a content stream. Throws NotPdf for any operator that the typesetter does not write: one that moves text in
 * a way of its own would have it read wrong.
 */
export function readContent(
  source: string,
  resources: PdfDictionary,
  sources: Sources,
  drawn: Drawn,
  matrix: Matrix = IDENTITY,
  depth = 0,
): void {
  const operands = createOperands()
  const state = { matrix, font: null, size: 0 }
  const drawing: Drawing = {
    resources,
    sources,
    drawn,
    depth,
    operands,
    state,
    kept: [],
    line: null,
    open: 0,
  }
  scan(source, {
    ...gather(operands, () => drawing.state),
    operator(word) {
      const act = ACTS.get(word)
      if (!act) throw new NotPdf(`The operator “${word}” is none of ours.`)
      act(drawing)
      if (operands.isArray || (operands.hasWords && act !== show)) refuseWords()
      clear(operands)
    },
  })
  const { kept, open, line } = drawing
  if (kept.length > 0 || open > 0 || line || operands.hasWords || operands.isArray) {
    throw new NotPdf('A page ends in the midst of what is drawn.')
  }
}

function refuseWords(): never {
  throw new NotPdf('Letters stand where none are expected.')
}

function keep({ kept, state }: Drawing): void {
  if (kept.length >= MOST_STATES) throw new NotPdf('States of drawing are nested too deeply.')
  kept.push(state)
}

function giveBack(drawing: Drawing): void {
  const before = drawing.kept.pop()
  if (!before) throw new NotPdf('A state of drawing ends that did not begin.')
  drawing.state = before
}

function move(drawing: Drawing, matrix: Matrix): void {
  const { font, size, matrix: outer } = drawing.state
  drawing.state = { font, size, matrix: times(matrix, outer) }
}

function beginText(drawing: Drawing): void {
  if (drawing.line) throw new NotPdf('Text begins within text.')
  drawing.line = IDENTITY
}

function endText(drawing: Drawing): void {
  if (!drawing.line) throw new NotPdf('Text ends that did not begin.')
  drawing.line = null
}

function resource({ sources, resources, operands: { name } }: Drawing, kind: string): PdfValue {
  const found = sources.file.dictionary(resources.entries.get(kind)).entries.get(name)
  if (found === undefined) throw new NotPdf(`There is no “${name}” to draw with.`)
  return found
}

function takeFont(drawing: Drawing): void {
  const { state, sources, operands } = drawing
  const font = sources.font(resource(drawing, 'Font'))
  drawing.state = { font, size: operands.numbers[0] ?? 0, matrix: state.matrix }
}

function refuseUnseen({ operands }: Drawing): void {
  if (UNSEEN.has(operands.numbers[0] ?? 0)) throw new NotPdf('Words stand in it that nobody sees.')
}

function placeText(drawing: Drawing): void {
  if (!drawing.line) refuseWords()
  drawing.line = asMatrix(drawing.operands)
}

function show(drawing: Drawing): void {
  const { line, state, drawn, operands } = drawing
  const { words: text, hasWords, isPartial, advance } = operands
  if (!line || !hasWords) return refuseWords()
  drawn.show({ text, isPartial, start: times(line, state.matrix), size: state.size, advance })
  drawing.line = times([1, 0, 0, 1, advance, 0], line)
}

function mark(drawing: Drawing): void {
  const { names, name, properties } = drawing.operands
  if (names !== 1) throw new NotPdf('A part of a page is marked in another way than ours are.')
  drawing.open += 1
  drawing.drawn.open(name, properties)
}

function unmark(drawing: Drawing): void {
  drawing.open -= 1
  if (drawing.open < 0) throw new NotPdf('A part of a page ends that did not begin.')
  drawing.drawn.close()
}

/** A drawing within a drawing (8.10); a picture says nothing. */
function drawForm(drawing: Drawing): void {
  const { sources, resources, drawn, state, depth } = drawing
  const { file } = sources
  const target = resource(drawing, 'XObject')
  const { entries } = file.dictionary(target)
  const kind = entries.get('Subtype')
  const isForm = typeof kind === 'object' && kind !== null && 'name' in kind && kind.name === 'Form'
  if (!isForm) return
  if (depth >= DEEPEST) throw new NotPdf('Drawings are nested too deeply.')
  const told = file.resolve(entries.get('Matrix'))
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.isArray(told) ? told.map(Number) : []
  const own = entries.get('Resources')
  const source = file.stream(target).toString('latin1')
  const inner = times([a, b, c, d, e, f], state.matrix)
  readContent(source, own === undefined ? resources : file.dictionary(own), sources, drawn, inner, depth + 1)
}
