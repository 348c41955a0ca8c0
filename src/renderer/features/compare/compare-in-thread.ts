import type { Difference } from '../../../shared/document/compare/redline.ts'

/** Two documents as ProseMirror JSON. */
export type ToCompare = { readonly one: unknown; readonly other: unknown }

export type Compared =
  | { readonly ok: true; readonly doc: unknown; readonly differences: readonly Difference[] }
  | { readonly ok: false; readonly message: string }

const DIED = 'The comparison stopped before it was done. Nothing was changed; compare once more.'

/** Compares in a thread that is started for it and ends with it; `signal` ends it before. */
export function compareInThread(texts: ToCompare, signal: AbortSignal): Promise<Compared> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'compare' })
    const end = (compared: Compared) => {
      worker.terminate()
      resolve(compared)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Compared>) => end(data))
    for (const name of ['error', 'messageerror']) {
      worker.addEventListener(name, () => end({ ok: false, message: DIED }))
    }
    signal.addEventListener('abort', () => end({ ok: false, message: DIED }))
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(texts)
  })
}
