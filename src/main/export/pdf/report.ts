import type { Node } from 'prosemirror-model'
import { countChanges } from '../../../shared/document/index/count-changes.ts'
import { indexDocument } from '../../../shared/document/index/document-index.ts'
import { paragraphTexts, project } from '../../../shared/document/projection.ts'
import { readSegments } from '../../../shared/document/segments.ts'
import type { Paper } from '../../../shared/model/check-book.ts'
import type { ExportRequest } from '../../../shared/model/interchange.ts'
import type { Audience, ReviewState } from '../../../shared/model/review.ts'
import { withAnchors } from './anchors.ts'
import { hiddenTitles } from './hidden-sources.ts'
import { counted, shortened } from './labels.ts'
import type { ObjectStyler } from './pictures.ts'
import { dateParts, moment } from './moment.ts'
import type { DateParts } from './moment.ts'
import { withoutRegister } from './change-register.ts'
import { numberChanges, reportChanges } from './report-changes.ts'
import type { ReportChange } from './report-changes.ts'
import { reportClaims } from './report-claims.ts'
import type { ReportClaim } from './report-claims.ts'
import { numberThreads, reportThreads } from './report-comments.ts'
import type { ReportThread } from './report-comments.ts'
import { reportCards } from './report-cards.ts'
import type { ReportCard } from './report-cards.ts'
import { reportApproval, reportCover, reportVerdict, shortHash } from './report-cover.ts'
import type { ReportApproval, ReportCover, Verdict } from './report-cover.ts'
import { reportFindings } from './report-findings.ts'
import type { ReportFindings } from './report-findings.ts'
import { reportRecords } from './report-records.ts'
import type { ReportRecords } from './report-records.ts'
import { reportRedline } from './report-redline.ts'
import { reportSignatures } from './report-signatures.ts'
import type { ReportSignature } from './report-signatures.ts'
import { reportText } from './report-text.ts'
import type { TextBlock } from './text-blocks.ts'
import { createVoice } from './voice.ts'
import type { Voice } from './voice.ts'

export type Variant = 'packet' | 'redline' | 'clean'

export type Author = {
  readonly name: string
  readonly initials: string
  readonly hue: number
  /** "8 changes" */
  readonly share: string
}

/** Everything that the template prints, as plain JSON: words only, never markup. */
export type Report = {
  readonly variant: Variant
  /** For the file's own properties. */
  readonly title: string
  readonly date: DateParts
  readonly paper: Paper
  /** `left` on the first page, `running` on the others. */
  readonly head: { readonly left: string; readonly running: string; readonly right: string }
  readonly foot: { readonly slug: string; readonly hash: string; readonly made: string }
  readonly audience: Audience
  readonly slug: string
  readonly version: string
  /** First 12 digits, in groups of four. */
  readonly hash: string
  readonly evidence: string
  /** All digits of both, and of the last event of the log, which all events before it lead to. */
  readonly hashes: {
    readonly text: string
    readonly evidence: string
    readonly record: { readonly event: string; readonly hash: string } | null
  }
  readonly rules: string
  readonly verdict: Verdict
  readonly headline: string
  readonly standfirst: string
  readonly byline: string
  readonly cover: ReportCover | null
  readonly approval: ReportApproval
  readonly text: readonly TextBlock[] | null
  readonly claims: readonly ReportClaim[] | null
  /** Waivers, the reply log and consultations. */
  readonly records: ReportRecords | null
  /** Null where the audience may not see what the style check says. */
  readonly findings: ReportFindings | null
  /** Null where the audience may not see comments. */
  readonly threads: readonly ReportThread[] | null
  /** What of them stands beside the redline. */
  readonly cards: readonly ReportCard[] | null
  readonly changes: readonly ReportChange[] | null
  /** Why they are not listed, and where they stand; empty where they are. */
  readonly changesLeftOut: string
  /** Null where nothing is marked, and in a clean copy. */
  readonly redline: readonly TextBlock[] | null
  /** Names of the places in text and redline that the registers lead back to. */
  readonly anchors: Readonly<Record<string, boolean>>
  readonly authors: readonly Author[]
  readonly signatures: readonly ReportSignature[] | null
}

const VARIANT_WORDS: Readonly<Record<Variant, string>> = {
  packet: 'Sign-off packet',
  redline: 'Redline',
  clean: 'Clean copy',
}

/** Letters that fit on the line beside what else stands there. */
const FOOT_LENGTH = 24
const FOOT_DIGITS = 16
const RUNNING_LENGTH = 60

/** Words of the first paragraph of a style, on one line. */
function firstOf(final: Node, style: string): string {
  const paragraph = readSegments(final).find(({ attrs }) => attrs.style === style)
  const text = (paragraph?.segments ?? []).map((one) => (one.object ? '' : one.text)).join('')
  return text.replaceAll(/\s+/g, ' ').trim()
}

function authorsOf(doc: Node, voice: Voice): readonly Author[] {
  const byAuthor = Map.groupBy(indexDocument(doc).changes, (change) => change.author)
  return [...byAuthor].map(([id, changes]) => ({
    name: voice.name(id),
    initials: voice.initials(id),
    hue: voice.hue(id),
    share: counted(countChanges(changes), 'change', 'changes'),
  }))
}

/** A text without a change or a comment would only be printed a second time. */
function isMarked(block: TextBlock): boolean {
  if (block.kind === 'paragraph') return block.pieces.some((piece) => piece.tags !== undefined)
  if (block.kind === 'endnotes') return false
  return block.rows.flat().some((cell) => cell.paragraphs.some(isMarked))
}

/** Who is named in the text; else, inside, the reporter whom the article's details name. */
function bylineOf(final: Node, state: ReviewState, voice: Voice): string {
  const reporter = voice.inside ? voice.name(state.article.authorId) : ''
  return firstOf(final, 'byline') || (reporter === '' ? '' : `By ${reporter}`)
}

/** The parts that only some variants carry; the redline comes first, so that it numbers outside authors. */
function partsOf(
  variant: Variant,
  doc: Node,
  final: Node,
  request: ExportRequest,
  { voice, objects }: { readonly voice: Voice; readonly objects: ObjectStyler },
) {
  const { state, now, utcOffset } = request
  const packet = variant === 'packet'
  const threads = voice.inside ? numberThreads(doc, state) : new Map<string, string>()
  const marked = packet || variant === 'redline'
  const redline = marked ? reportRedline(doc, { voice, changes: numberChanges(doc), threads, objects }) : null
  const said = marked && voice.inside ? reportThreads(state, threads, voice, utcOffset) : null
  const all = marked ? reportChanges(doc, state, voice, utcOffset) : null
  const changes = packet ? all : (all?.filter(({ state }) => state === 'open') ?? null)
  const changesLeftOut = changes === null ? '' : withoutRegister(changes, request.changeRegister)
  const listsChanges = changesLeftOut === ''
  const text =
    variant === 'redline'
      ? null
      : reportText(final, { claims: packet ? state.claims : [], objects, numbered: packet })
  const anchors = new Set<string>()
  return {
    redline:
      redline && (!packet || redline.some(isMarked)) ? withAnchors(redline, anchors, listsChanges) : null,
    text: text && withAnchors(text, anchors, listsChanges),
    anchors: Object.fromEntries([...anchors].map((name) => [name, true])),
    authors: marked ? authorsOf(doc, voice) : [],
    cover: packet ? reportCover(state, voice, { now, utcOffset, style: request.style ?? null }) : null,
    approval: reportApproval(state, voice),
    claims: packet ? reportClaims(state, voice, utcOffset) : null,
    records: packet ? reportRecords(state, voice, utcOffset) : null,
    findings: packet ? reportFindings(request, voice) : null,
    threads: said,
    cards: said && reportCards(said),
    changes,
    changesLeftOut,
    signatures: packet ? reportSignatures(state, voice) : null,
  }
}

function titleOf(headline: string, state: ReviewState, variant: Variant): string {
  const name = headline || state.article.slug || 'Article without a headline'
  return `${name}, v${state.article.version}, ${VARIANT_WORDS[variant].toLowerCase()}`
}

function recordOf({ record }: ExportRequest): Report['hashes']['record'] {
  return record ? { event: String(record.seq), hash: record.hash } : null
}

/** `doc` is the redline that `request.doc` holds. */
export function buildReport(
  variant: Variant,
  doc: Node,
  request: ExportRequest,
  objects: ObjectStyler,
): Report {
  const { state, audience, now } = request
  const final = project(doc, 'final')
  const voice = createVoice(audience, request.people, hiddenTitles(state, paragraphTexts(doc).join('\n')))
  const headline = firstOf(final, 'headline')
  const verdict = reportVerdict(state, voice)
  const parts = partsOf(variant, doc, final, request, { voice, objects })
  return {
    variant,
    title: titleOf(headline, state, variant),
    date: dateParts(now),
    paper: request.paper ?? 'a4',
    head: {
      left: state.article.desk || 'Stet',
      running: `${shortened(headline || state.article.slug || 'No headline', RUNNING_LENGTH)} · v${state.article.version}`,
      right: `${VARIANT_WORDS[variant]}, ${audience} · ${verdict.approved ? 'As approved' : 'Review record'}`,
    },
    foot: {
      slug: shortened(state.article.slug || 'no slug', FOOT_LENGTH),
      hash: shortHash(state.textHash, FOOT_DIGITS),
      made: `${moment(now, 0)} UTC`,
    },
    audience,
    slug: state.article.slug,
    version: `v${state.article.version}`,
    hash: shortHash(state.textHash),
    evidence: shortHash(state.evidenceHash),
    hashes: { text: state.textHash, evidence: state.evidenceHash, record: recordOf(request) },
    rules: state.rulesVersion,
    verdict,
    headline,
    standfirst: firstOf(final, 'standfirst'),
    byline: bylineOf(final, state, voice),
    ...parts,
  }
}
