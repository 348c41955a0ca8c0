import type { Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import type {
  ExportedFile,
  ExportRequest,
  Pictures,
  WorkOutcome,
  WorkProgress,
} from '../../../shared/model/interchange.ts'
import type { Warning } from '../../../shared/model/review.ts'
import { createEngine } from './engine.ts'
import type { Engine, TypesetStep, TypstFile } from './typesetter.ts'
import { finishPdf } from './finish.ts'
import { loadFonts } from './fonts.ts'
import { HUES } from './hues.ts'
import type { FontSet } from './fonts.ts'
import { madeWith } from './made-with.ts'
import { planMargins } from './margin-plan.ts'
import { createObjects, picturesFor } from './pictures.ts'
import type { PictureFile } from './pictures.ts'
import { readPlaces } from './places.ts'
import { buildReport } from './report.ts'
import type { Report, Variant } from './report.ts'
import { createSanitiser, mapStrings } from './sanitise.ts'
import { selfCheck } from './self-check.ts'
import { loadTemplate } from './template.ts'
import { templateData } from './template-data.ts'

/** "teld-taskforce-26-v11-packet.pdf", safe on every file system. */
export function fileName(slug: string, version: number, variant: Variant): string {
  const safe = slug
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
  return `${safe || 'article'}-v${version}-${variant}.pdf`
}

const SHOWN_TOKENS = 8

function tokenWarning(tokens: readonly string[]): readonly Warning[] {
  if (tokens.length === 0) return []
  const shown = tokens.slice(0, SHOWN_TOKENS).join(' ')
  const more = tokens.length > SHOWN_TOKENS ? ` and ${tokens.length - SHOWN_TOKENS} more` : ''
  const message = `The fonts of the PDF have no letter for some characters; each stands there as its code: ${shown}${more}.`
  return [{ code: 'pdf-characters', message }]
}

function pictureWarning(doc: Node, drawn: Pictures): readonly Warning[] {
  let missing = 0
  doc.descendants((node) => {
    if (node.type === schema.nodes.image && !drawn.has(String(node.attrs['blob']))) missing += 1
  })
  if (missing === 0) return []
  const message =
    'Pictures that could not be found or drawn are missing; their alternative text stands there.'
  return [{ code: 'picture', message }]
}

export type PdfOptions = {
  /** For tests; else the faster one that runs here. */
  readonly engine?: Engine['kind']
  readonly progress?: (how: WorkProgress) => void
}

/** Letters of scripts that run from right to left; without one the template need not look for them in each name. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

const ALL_STEPS = 5
const STEPS: Readonly<Record<TypesetStep, WorkProgress>> = {
  pages: { label: 'Setting the pages', done: 0, total: ALL_STEPS },
  margins: { label: 'Setting the margins', done: 1, total: ALL_STEPS },
  file: { label: 'Writing the file', done: 2, total: ALL_STEPS },
}
const ADDING: WorkProgress = { label: 'Adding the comments and the record', done: 3, total: ALL_STEPS }
const READING: WorkProgress = { label: 'Reading the file back and checking it', done: 4, total: ALL_STEPS }

function stringsOf(report: Report): readonly string[] {
  const strings: string[] = []
  mapStrings(report, (text) => {
    strings.push(text)
    return text
  })
  return strings
}

async function typeset(
  report: unknown,
  pictures: readonly PictureFile[],
  { sources, fonts }: { readonly sources: readonly TypstFile[]; readonly fonts: FontSet },
  { engine: only, progress }: PdfOptions,
) {
  const engine = await createEngine(fonts.files, only)
  const step = (done: TypesetStep) => progress?.(STEPS[done])
  try {
    const told = { report, covers: fonts.covers, hues: HUES, made: madeWith(fonts) }
    const fromRight = FROM_RIGHT.test(JSON.stringify(told))
    const data = JSON.stringify({ ...told, fromRight })
    const plan = (places: unknown) => planMargins(readPlaces(places))
    const outcome = engine.typeset({ sources, data, pictures, plan, step })
    if (outcome.ok) return outcome
    // A picture whose bytes are damaged is the only thing in the data that the template can trip over.
    if (pictures.length > 0) return null
    throw new Error(`The PDF template failed: ${outcome.diagnostics}`)
  } finally {
    engine.close()
  }
}

/**
 * One PDF of a review, checked by reading it back. The same request gives the same bytes on every machine and
 * with either engine. Refused, without a file, when the check finds a fault.
 */
export async function exportPdf(
  variant: Variant,
  request: ExportRequest,
  options: PdfOptions = {},
): Promise<WorkOutcome<ExportedFile>> {
  const doc: Node = schema.nodeFromJSON(request.doc)
  const sources = await loadTemplate()
  const images = picturesFor(request)
  const make = async (drawn: Pictures) => {
    const objects = createObjects(drawn, variant !== 'clean')
    const report: Report = buildReport(variant, doc, request, objects.styled)
    const fonts = loadFonts([...sources.map(({ text }) => text), ...stringsOf(report)])
    const sanitiser = createSanitiser(fonts.coverage)
    const words = mapStrings(templateData(report), sanitiser.clean)
    const set = await typeset(words, objects.files(), { sources, fonts }, options)
    if (!set) return null
    options.progress?.(ADDING)
    return { pdf: finishPdf(set.pdf, { report, doc, request, places: set.places }), report, drawn, sanitiser }
  }
  const made = (await make(images)) ?? (await make(new Map()))
  if (!made) throw new Error('The PDF template failed without pictures, too.')
  const { pdf, report, drawn, sanitiser } = made
  options.progress?.(READING)
  const checked = selfCheck(pdf, { report, doc, request, drawn, clean: sanitiser.clean })
  if (!checked.ok) {
    const message = `The PDF was made and read back, and ${checked.fault}. It was thrown away; the review is unchanged.`
    return { ok: false, error: { code: 'refused', message } }
  }
  const { slug, version } = request.state.article
  return {
    ok: true,
    value: {
      name: fileName(slug, version, variant),
      bytes: pdf,
      checked: checked.words,
      warnings: [...tokenWarning(sanitiser.replaced()), ...pictureWarning(doc, drawn)],
    },
  }
}
