import type {
  ExportedFile,
  ExportRequest,
  ImportedDraft,
  ImportRequest,
  WorkOutcome,
} from '../../shared/model/interchange.ts'
import type { ConvertedFile, ConvertRequest } from '../export/docx/convert.ts'

/** Everything that a worker does, with what goes in and what comes out. */
export type WorkKinds = {
  readonly import: { readonly request: ImportRequest; readonly value: ImportedDraft }
  readonly export: { readonly request: ExportRequest; readonly value: ExportedFile }
  readonly convert: { readonly request: ConvertRequest; readonly value: ConvertedFile }
}
export type WorkKind = keyof WorkKinds

export type WorkRequest = {
  readonly [K in WorkKind]: { readonly kind: K; readonly request: WorkKinds[K]['request'] }
}[WorkKind]

export type WorkAnswer<K extends WorkKind = WorkKind> = WorkOutcome<WorkKinds[K]['value']>
