import { createStyleCheck } from '../../shared/checks/style-findings.ts'
import type { StyleCheck } from '../../shared/checks/style-findings.ts'
import { schema } from '../../shared/document/schema.ts'
import type { StyleRequest } from '../../shared/model/interchange.ts'
import type { StyleFindings } from '../../shared/model/style-findings.ts'

/** The check of the last house style: its rules and its dictionary take longer to read than an article. */
let ready: { readonly of: string; readonly check: StyleCheck } | null = null

export function checkStyle({ doc, said, book, dictionary }: StyleRequest): StyleFindings {
  const of = JSON.stringify({ book, dictionary })
  if (ready?.of !== of) ready = { of, check: createStyleCheck(book, dictionary) }
  return ready.check(schema.nodeFromJSON(doc), said)
}
