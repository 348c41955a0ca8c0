import { useEffect, useRef, useState } from 'react'
import type { FileId } from '../../../shared/model/ids.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import text from '../../ui/text.module.css'
import styles from './pages.module.css'
import { PagesView } from './pages-view.tsx'
import type { PageSize } from './pages-view.tsx'
import type { PdfPages } from './pdf-pages.ts'
import { printPages } from './print-pages.ts'
import { SaveButton } from './save-button.tsx'
import { usePages } from './use-pages.ts'

/** Prints, and ends that again. One button, so that the focus stays. */
function PrintButton({ pages }: { readonly pages: PdfPages }) {
  const [page, setPage] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const work = useRef<AbortController | null>(null)
  useEffect(() => () => work.current?.abort(), [])
  const print = async (): Promise<void> => {
    const mine = new AbortController()
    work.current = mine
    const printed = await printPages(pages, setPage, mine.signal)
    work.current = null
    setPage(null)
    const words =
      printed.kind === 'broken' ? `Page ${printed.page} cannot be drawn. Nothing was printed.` : ''
    setSaid(words)
    if (printed.kind !== 'opened') announce(words || 'Nothing was printed.')
  }
  const runs = page !== null
  return (
    <>
      <output className={classes(text['soft'], text['grow'])}>
        {runs
          ? `Preparing page ${page} of ${pages.count} for the printer`
          : said || counted(pages.count, 'page')}
      </output>
      <Button onClick={() => (runs ? work.current?.abort() : void print())}>
        {runs ? 'Cancel printing' : 'Print…'}
      </Button>
    </>
  )
}

const SIZES = [
  { value: 'fit', label: 'Fit' },
  { value: 'half-more', label: '150%' },
  { value: 'twice', label: '200%' },
] as const satisfies readonly { readonly value: PageSize; readonly label: string }[]

type PagesDialogProps = {
  readonly fileId: FileId
  readonly name: string
  readonly onClose: () => void
}

/** A finished PDF, page by page, before it leaves the house. */
export function PagesDialog({ fileId, name, onClose }: PagesDialogProps) {
  const opened = usePages(fileId)
  const [pageSize, setPageSize] = useState<PageSize>('fit')
  return (
    <Dialog
      title={name}
      size="tall"
      flush
      onClose={onClose}
      aside={
        opened.kind === 'open' && (
          <Segmented label="Size of the page" value={pageSize} options={SIZES} onChange={setPageSize} />
        )
      }
      footer={
        <>
          {opened.kind === 'open' ? <PrintButton pages={opened.pages} /> : <span className={text['grow']} />}
          <SaveButton fileId={fileId} name={name} />
          <Button look="line" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {opened.kind === 'open' ? (
        <PagesView pages={opened.pages} size={pageSize} />
      ) : (
        <output className={classes(styles['waits'], text['soft'])}>
          {opened.kind === 'opening' ? 'Drawing the pages…' : opened.message}
        </output>
      )}
    </Dialog>
  )
}
