import type { FileId } from '../../shared/model/ids.ts'
import type { NamedFile } from '../core/platform.ts'
import { RefusedError } from './headless-editor.ts'
import type { Call } from './headless-editor.ts'
import { openLocalDesk } from './local-desk.ts'
import { findRunningDesk } from './running-desk.ts'

/** A library as the commands see it, whether it was opened here or a running Stet holds it. */
export type Desk = {
  readonly call: Call
  /** The bytes of an export. */
  takeFile(fileId: FileId): Promise<Uint8Array>
  close(): Promise<void>
}

export type Where = { readonly folder: string; readonly resources: string }

/** Opens the library, does the work, and closes whatever happens. */
export async function withDesk<T>(where: Where, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openDesk(where)
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

async function openDesk({ folder, resources }: Where): Promise<Desk> {
  const running = await findRunningDesk(folder)
  if (running !== null) {
    const takeFile = async (fileId: FileId) => {
      const saved = await running.call('exports.save', { fileId })
      if (saved.kind !== 'download') throw new RefusedError('The running Stet did not hand the file out.')
      return running.download(saved.url)
    }
    return { call: running.call, takeFile, close: async () => undefined }
  }
  const taken: NamedFile[] = []
  const local = await openLocalDesk(folder, resources, async (file) => {
    taken.push(file)
    return { kind: 'saved', name: file.name }
  })
  const takeFile = async (fileId: FileId) => {
    await local.call('exports.save', { fileId })
    const file = taken.pop()
    if (file === undefined) throw new RefusedError('The export is gone. Try again.')
    return file.bytes
  }
  return { call: local.call, takeFile, close: () => local.close() }
}
