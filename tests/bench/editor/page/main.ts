import '../../../../src/renderer/styles/fonts.css'
import '../../../../src/renderer/styles/tokens.css'
import '../../../../src/renderer/styles/reset.css'
import type { Kind, PageApi } from '../page-api.ts'
import { longestBlocks } from './blocks.ts'
import { openBare } from './bare.ts'
import { putCaretMidway } from './caret.ts'
import { frame, watchKeys } from './keys.ts'
import { openPlain } from './plain.ts'
import { connectMain } from './screen-host.ts'
import { openScreen } from './screen.tsx'
import { storedOf } from './stored.ts'
import { decideFigures, typeAtState } from './state.ts'
import type { Size } from '../workload.ts'

/** The page in which one editor is measured; `bench-editor` drives it through `window.bench`. */

async function prepare(kind: Kind, size: Size): Promise<() => Promise<void>> {
  const stored = await storedOf(kind, size)
  const place = document.getElementById('app')
  if (!place) throw new Error('no place to mount')
  await document.fonts.ready
  if (kind === 'screen') {
    const host = await connectMain(stored)
    Object.defineProperty(window, 'stet', { value: host })
    return () => openScreen(place)
  }
  return () => {
    if (kind === 'plain') openPlain(column(place), stored)
    else openBare(column(place), stored)
    return frame()
  }
}

/** Scrolls, as the review's own column does. */
function column(place: HTMLElement): HTMLElement {
  const main = document.createElement('main')
  main.style.cssText = 'height: 100vh; overflow: auto; padding: 32px 80px'
  place.append(main)
  return main
}

let open: () => Promise<void> = () => Promise.resolve()
const keys = watchKeys()

const bench: PageApi = {
  prepare: async (kind, size) => {
    open = await prepare(kind, size)
  },
  open: () => open(),
  caret: putCaretMidway,
  takeKeys: keys.take,
  blocks: longestBlocks,
  setTab: async (tab) => {
    const { useReview } = await import('../../../../src/renderer/features/review/store.ts')
    useReview.getState().setTab(tab)
  },
  typeAtState,
  decideFigures,
}
Object.assign(window, { bench })
