import type { SaveOutcome } from '../../shared/contract.ts'
import type { EventName, EventPayload } from '../../shared/events.ts'

/** A file that crosses the border: a name without a path, and its bytes. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

/**
 * What the core asks of whatever it runs in. Each host implements it; a host holds no rule and no SQL. Trouble
 * with a file or another program is a rejection with the system's own error: the core words it.
 */
export type Platform = {
  readonly host: 'electron' | 'loopback' | 'cli'
  readonly nativeDialogs: boolean
  /** The host's own open dialog. Empty when cancelled, or where there is no native dialog. */
  pickFiles(): Promise<readonly NamedFile[]>
  /** Hands a finished file to the person: a save dialog, a one-time download, or a folder. */
  saveFile(file: NamedFile): Promise<SaveOutcome>
  /** Only called with http, https or mailto addresses. */
  openExternal(url: string): Promise<void>
  /** Announces to every open window. */
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void
}
