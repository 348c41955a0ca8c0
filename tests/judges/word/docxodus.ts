import { readBack } from '../../../src/main/export/docx/read-back.ts'
import { ourLines } from './lines.ts'
import type { Verdict } from './office.ts'

type Engine = {
  initialize(): Promise<void>
  docxDiffAcceptRevisions(bytes: Uint8Array): Promise<Uint8Array>
  docxDiffRejectRevisions(bytes: Uint8Array): Promise<Uint8Array>
}

/** Docxodus (.NET compiled to WebAssembly); null where it is not installed. */
export async function startDocxodus(): Promise<Engine | null> {
  try {
    const engine = (await import('docxodus/core')) as unknown as Engine
    await engine.initialize()
    return engine
  } catch {
    return null
  }
}

/** The file as Docxodus decides it, read by our own reader; null where it gives no answer. */
export async function docxodusLines(
  engine: Engine,
  bytes: Uint8Array,
  verdict: Verdict,
): Promise<readonly string[] | null> {
  try {
    const decided =
      verdict === 'accept'
        ? await engine.docxDiffAcceptRevisions(bytes)
        : await engine.docxDiffRejectRevisions(bytes)
    return ourLines((await readBack(decided)).doc)
  } catch {
    return null
  }
}
