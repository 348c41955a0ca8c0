import { useEffect, useState } from 'react'
import type { FileId } from '../../../shared/model/ids.ts'
import { host } from '../../host/host.ts'
import { openPages } from './pdf-pages.ts'
import type { PdfPages } from './pdf-pages.ts'

export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly pages: PdfPages }
  | { readonly kind: 'failed'; readonly message: string }

const NOT_DRAWN =
  'The pages of this file could not be drawn here. The file is as it was; save it to look at it.'

/** The pages of a file that waits to be saved, for as long as somebody looks at them. */
export function usePages(fileId: FileId): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  useEffect(() => {
    let gone = false
    let mine: PdfPages | null = null
    const read = async (): Promise<Opened> => {
      const outcome = await host.call('pdf.bytes', { fileId })
      if (!outcome.ok) return { kind: 'failed', message: outcome.error.message }
      mine = await openPages(outcome.value.bytes)
      return mine === null ? { kind: 'failed', message: NOT_DRAWN } : { kind: 'open', pages: mine }
    }
    const open = async (): Promise<void> => {
      const result = await read()
      if (gone) mine?.close()
      else setOpened(result)
    }
    void open()
    return () => {
      gone = true
      mine?.close()
    }
  }, [fileId])
  return opened
}
