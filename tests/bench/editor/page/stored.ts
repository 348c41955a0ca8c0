import type { Kind } from '../page-api.ts'
import type { Size } from '../workload.ts'

/** The document as it is stored, as JSON text. */
export async function storedOf(kind: Kind, size: Size): Promise<string> {
  return (await fetch(`/${kind === 'plain' ? 'plain' : 'redline'}-${size}.json`)).text()
}
