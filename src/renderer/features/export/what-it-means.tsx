import { useEffect, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { isListed } from '../../../shared/change-register.ts'
import type { ChangeRegister } from '../../../shared/change-register.ts'
import { countRecords } from '../../../shared/document/index/count-changes.ts'
import { keptThings } from '../../../shared/document/kept-things.ts'
import type { Audience, ExportKind, ReviewState } from '../../../shared/model/review.ts'
import { host } from '../../host/host.ts'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { countsOf } from '../review/counts.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { isWord, keptInWords } from '../word/came-in-words.ts'
import { EXPORT_NAMES } from '../words.ts'
import type { Told } from './export-facts.ts'
import { exportWords, isWordKind } from './export-words.ts'
import styles from './export.module.css'

const SAYS_OF_NOT_APPROVED: Readonly<Partial<Record<ExportKind, string>>> = {
  'pdf-packet': 'The cover and every footer will say NOT APPROVED.',
  'pdf-redline': 'The first page and every footer will say NOT APPROVED.',
  'pdf-clean': 'The first page and every footer will say NOT APPROVED.',
  package: 'Whoever opens it sees at which step it stands.',
}

/** The Word file that the article was opened from; null while that is not known, and for none. */
export function useWordFile(articleId: string): string | null {
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const outcome = await host.call('review.imports', { articleId })
      const found = outcome.ok ? outcome.value.find((report) => isWord(report.name)) : undefined
      if (!gone) setName(found?.name ?? null)
    }
    void load()
    return () => {
      gone = true
    }
  }, [articleId])
  return name
}

function Column({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

type MeansProps = {
  readonly state: ReviewState
  readonly kind: ExportKind
  readonly audience: Audience
  readonly signOffPage: boolean
  readonly wordFile: string | null
  readonly changeRegister: ChangeRegister
}

function notApproved(kind: ExportKind, signOffPage: boolean): string {
  if (signOffPage && isWordKind(kind)) return 'The last page will say so.'
  return SAYS_OF_NOT_APPROVED[kind] ?? 'Nothing in the file will say so.'
}

/** A packet lists what was decided as well; any other PDF what is open. */
function changeList(
  { state, kind, changeRegister }: Pick<MeansProps, 'state' | 'kind' | 'changeRegister'>,
  open: number,
): Told['changeList'] {
  const decided = state.changes.filter((one) => one.state === 'accepted' || one.state === 'rejected')
  const count = open + (kind === 'pdf-packet' ? countRecords(decided) : 0)
  if (count === 0) return 'none'
  return isListed(count, changeRegister) ? 'listed' : 'left out'
}

/** What one file holds and leaves out, in words, before it is made. */
export function Means(props: MeansProps) {
  const { state, kind, audience, signOffPage, wordFile } = props
  const { people, snapshot, editor } = useReview(
    useShallow(({ people, snapshot, editor }) => ({ people, snapshot, editor })),
  )
  const asRead = countsOf(state, snapshot).changes
  const isLegal = useSession((store) => store.session?.actor.role === 'legal')
  const [kept] = useState(() => (editor === null ? '' : keptInWords(keptThings(editor.liveDoc()))))
  const inFile = snapshot?.index.changes.length ?? asRead
  const words = exportWords(kind, audience, state, people, {
    asRead,
    inFile,
    isLegal,
    signOffPage,
    wordFile,
    kept,
    changeList: changeList(props, asRead),
  })
  return (
    <>
      <div className={styles['words']}>
        <Column title={`${EXPORT_NAMES[kind]} includes`} lines={words.includes} />
        <Column title="It leaves out" lines={words.leavesOut} />
      </div>
      {!state.article.locked && (
        <p className={styles['says']}>
          <span className={classes(text['stop'], text['strong'])}>This text is not approved.</span>{' '}
          {notApproved(kind, signOffPage)}
        </p>
      )}
      {kind === 'package' && (
        <p className={text['soft']}>
          A copy: the right to edit stays here. “Hand over…” sends the story to another desk, or asks a
          colleague for marks.
        </p>
      )}
    </>
  )
}
