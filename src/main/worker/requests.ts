import type { PackageRequest, ReadPackage, ReadPackageRequest } from '../../shared/exchange/package.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { CheckedPdf } from '../../shared/model/checked-pdf.ts'
import type {
  CheckPdfRequest,
  ExportedFile,
  ExportRequest,
  ImportedDraft,
  ImportRequest,
  KeptFile,
  SignedPdf,
  SignPdfRequest,
  StyleRequest,
  WorkOutcome,
  WorkProgress,
} from '../../shared/model/interchange.ts'
import type { StyleFindings } from '../../shared/model/style-findings.ts'
import type { CopyOrigin } from '../../shared/model/returned.ts'
import type { CopyAnswer, CopyRequest, DeskWork } from '../core/copied/copy-acts.ts'
import type { ConvertedFile, ConvertRequest } from '../export/docx/convert.ts'

/** Everything that a worker does, with what goes in and what comes out. */
export type WorkKinds = {
  readonly import: { readonly request: ImportRequest; readonly value: ImportedDraft }
  readonly export: { readonly request: ExportRequest; readonly value: ExportedFile }
  readonly 'check-style': { readonly request: StyleRequest; readonly value: StyleFindings }
  readonly convert: { readonly request: ConvertRequest; readonly value: ConvertedFile }
  readonly 'recognise-return': { readonly request: KeptFile; readonly value: CopyOrigin }
  readonly 'write-package': { readonly request: PackageRequest; readonly value: ExportedFile }
  readonly 'read-package': { readonly request: ReadPackageRequest; readonly value: ReadPackage }
  readonly 'open-package': {
    readonly request: Parameters<DeskWork['openPackage']>[0]
    readonly value: { readonly articleId: ArticleId }
  }
  readonly 'on-copy': { readonly request: CopyRequest; readonly value: CopyAnswer }
  readonly 'check-pdf': { readonly request: CheckPdfRequest; readonly value: CheckedPdf }
  readonly 'sign-pdf': { readonly request: SignPdfRequest; readonly value: SignedPdf }
}
export type WorkKind = keyof WorkKinds

export type WorkRequest = {
  readonly [K in WorkKind]: { readonly kind: K; readonly request: WorkKinds[K]['request'] }
}[WorkKind]

/** What a thread says. */
export type WorkMessage =
  | { readonly kind: 'progress'; readonly how: WorkProgress }
  | { readonly kind: 'answer'; readonly answer: WorkOutcome<unknown> }

export type WorkAnswer<K extends WorkKind = WorkKind> = WorkOutcome<WorkKinds[K]['value']>
