import type { Failure } from '../contract.ts'
import type { PackageRequest } from '../exchange/package.ts'
import type { ChangeKind } from './change.ts'
import type { StyleFindings } from './style-findings.ts'
import type { ChangeRegister } from '../change-register.ts'
import type { CheckBook, Dictionary, Paper } from './check-book.ts'
import type { CheckedPdf } from './checked-pdf.ts'
import type { CameIn } from './import-report.ts'
import type { Person } from './person.ts'
import type { Audience, ExportKind, ReviewState, Warning } from './review.ts'
import type { CopyOrigin, RemarkNames } from './returned.ts'
import type { Thread } from './thread.ts'

/** What comes in and goes out: plain values, so that they pass to a worker and back. */

export type ImportedChange = {
  readonly id: string
  readonly kind: ChangeKind
  readonly authorId: string
  /** Milliseconds since 1970; null when the file gives no usable date. */
  readonly at: number | null
  readonly dateRaw: string | null
}

/** The bytes of a picture, of one of the kinds that pages and Word files can show. */
export type Picture = {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  readonly bytes: Uint8Array
}
/** Pictures by the SHA-256 of their bytes, as the document names them. */
export type Pictures = ReadonlyMap<string, Picture>

/** A draft read from a file. `doc` is schema-valid ProseMirror JSON whose first paragraph is the headline. */
export type ImportedDraft = {
  readonly doc: unknown
  /** People who came in with the file and were not known yet. */
  readonly people: readonly Person[]
  readonly changes: readonly ImportedChange[]
  readonly threads: readonly Thread[]
  /** Pictures of the text that came in with it; none when left out. */
  readonly images?: Pictures
  readonly warnings: readonly Warning[]
}

export type ImportRequest = {
  readonly name: string
  readonly bytes: Uint8Array
  /** Outside people known already, by name: their ids are used again. */
  readonly outside: Readonly<Record<string, string>>
}

/** A Word file as it came in. */
export type KeptFile = { readonly name: string; readonly bytes: Uint8Array }

/** Everything an export may print. The document is ProseMirror JSON of the redline. */
export type ExportRequest = {
  readonly kind: ExportKind
  readonly audience: Audience
  readonly doc: unknown
  readonly state: ReviewState
  readonly people: readonly Person[]
  /** Pictures of the text; for one that is missing its alternative text is written. */
  readonly images?: Pictures
  /** The Word file that the article was made from; it is written into, where there is one. */
  readonly original?: KeptFile
  /** Copies that came back, oldest first: what came with them and can only be shown is found there. */
  readonly returned?: readonly KeptFile[]
  /** The saved version that the file is made from, by which it is known when it comes back. */
  readonly madeFrom?: { readonly versionId: string; readonly libraryId: string }
  /** A last page that says how the review stands; only Word files have one. */
  readonly signOffPage?: boolean
  /** Of a PDF; A4 when left out. */
  readonly paper?: Paper
  /** Of a PDF: `auto` when left out. */
  readonly changeRegister?: ChangeRegister
  /** The last event of the article's log here: printed, it is an anchor outside of the library. */
  readonly record?: { readonly seq: number; readonly hash: string } | null
  /** What the style check proposes in this text; null or left out where it did not run. */
  readonly style?: StyleFindings | null
  /** Milliseconds since 1970 and minutes east of UTC, passed in so that bytes are repeatable. */
  readonly now: number
  readonly utcOffset: number
}

export type ExportedFile = {
  readonly name: string
  readonly bytes: Uint8Array
  /** What reading the file back found, in words. */
  readonly checked: string
  readonly warnings: readonly Warning[]
}

/** The text of a redline, looked at by the style check under a house style. */
export type StyleRequest = {
  readonly doc: unknown
  readonly said: Pick<ReviewState, 'threads' | 'dismissals'>
  readonly book: CheckBook
  /** Null where spelling cannot be checked. */
  readonly dictionary: Dictionary | null
}

export type CheckPdfRequest = { readonly bytes: Uint8Array }

/** The key and its passphrase are in memory for this one act, and are kept and logged nowhere. */
export type SignPdfRequest = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly pkcs12: Uint8Array
  readonly passphrase: string
  /** Milliseconds since 1970. */
  readonly now: number
}

export type SignedPdf = Omit<ExportedFile, 'warnings'> & {
  /** The names in the certificate that signed. */
  readonly signer: string
  readonly issuer: string
}

/** A Word file that may have been made here and edited elsewhere. */
export type ReturnedFile = CopyOrigin & {
  readonly name: string
  readonly bytes: Uint8Array
  /** Of the bytes. All ids in the draft are made of it, so that one file gives the same ids at every desk. */
  readonly sha256: string
  readonly draft: ImportedDraft
  /** What stands in it, counted. */
  readonly cameIn: CameIn
  /** Of the messages in the draft, by their ids. */
  readonly remarks: ReadonlyMap<string, RemarkNames>
  /** Who saved it last, by name; empty where it does not tell. */
  readonly savedBy: string
  /** When; null where it does not tell. */
  readonly savedAt: number | null
  /** The program that wrote it, as it says itself. */
  readonly program: string
}

export type WorkOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** How far long work is, in any unit; `total` is 0 while unknown. `label`: what it does now, in words. */
export type WorkProgress = { readonly label: string; readonly done: number; readonly total: number }

/** How long work is followed and ended from outside. What is ended answers `cancelled`. */
export type Watch = {
  readonly progress?: (how: WorkProgress) => void
  readonly signal?: AbortSignal
}

/** Long work, done outside the main thread; ends itself at its limits of time and memory. */
export type Work = {
  importDraft(request: ImportRequest, watch?: Watch): Promise<WorkOutcome<ImportedDraft>>
  checkStyle(request: StyleRequest, watch?: Watch): Promise<WorkOutcome<StyleFindings>>
  exportReview(request: ExportRequest, watch?: Watch): Promise<WorkOutcome<ExportedFile>>
  /** Of what a Word file is a copy; its text is not read. */
  recogniseReturn(request: KeptFile): Promise<WorkOutcome<CopyOrigin>>
  /** Scrubbed for the audience of its manifest, and read back before it is handed out. */
  writePackage(request: PackageRequest): Promise<WorkOutcome<ExportedFile>>
  /** A PDF that was made here, held against itself. */
  checkPdf(request: CheckPdfRequest, watch?: Watch): Promise<WorkOutcome<CheckedPdf>>
  signPdf(request: SignPdfRequest, watch?: Watch): Promise<WorkOutcome<SignedPdf>>
  close(): Promise<void>
}
