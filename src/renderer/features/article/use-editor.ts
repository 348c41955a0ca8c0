import { useEffect } from 'react'
import type { RefObject } from 'react'
import type { EditorSnapshot, Target } from '../../editor/api.ts'
import { afterPaint } from '../../editor/after-paint.ts'
import { createEditor } from '../../editor/create-editor.ts'
import { host } from '../../host/host.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { personName } from '../review/people.ts'
import { tell } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { takePicture } from './picture.ts'
import { readAutocorrect } from '../settings/autocorrect.ts'
import { useSession } from '../session-store.ts'

/** Mounts the editor for the document that was opened, and tells it what changes around it. */
export function useEditor(mount: RefObject<HTMLElement | null>): void {
  const doc = useReview((store) => store.doc)
  const editor = useReview((store) => store.editor)
  const locked = useReview((store) => store.state?.article.locked ?? false)
  const current = useReview((store) => store.current)
  const openClaim = useReview((store) => store.openClaim)
  const author = useSession((store) => store.session?.actor.personId ?? null)
  const someone = author !== null

  useEffect(() => {
    const { articleId, state } = useReview.getState()
    const session = useSession.getState().session
    if (
      !someone ||
      !mount.current ||
      articleId === null ||
      doc === null ||
      state === null ||
      session === null
    )
      return
    const handle = createEditor(mount.current, {
      doc,
      seq: state.seq,
      author: session.actor.personId,
      locked: state.article.locked,
      newId,
      save: (edit, decided) => host.call('document.save', { articleId, edit, decided: decided.map(toWire) }),
      onSnapshot: takeSnapshot,
      onSaveState: (saveState) => useReview.getState().setSaveState(saveState),
      announce,
      refuse: tell,
      autocorrect: readAutocorrect,
      nameOf: personName,
      onPicture: (file) => void takePicture(file),
    })
    useReview.getState().setEditor(handle)
    // Whoever opened the article by key goes on in its text, once it is there: taking the focus lays all of it out.
    const cancelFocus = afterPaint(() => {
      if (document.activeElement === document.body) handle.focus()
    })
    return () => {
      cancelFocus()
      useReview.getState().setEditor(null)
      handle.destroy()
    }
    // The author is told by `setAuthor`; a new one never opens the document anew.
  }, [doc, mount, someone])

  useEffect(() => {
    if (author !== null) editor?.setAuthor(author)
  }, [editor, author])
  useEffect(() => editor?.setLocked(locked), [editor, locked])
  useEffect(() => {
    editor?.highlight(openClaim === null ? current : { kind: 'claim', id: openClaim })
  }, [editor, current, openClaim])
}

type Decided = Parameters<Parameters<typeof createEditor>[1]['save']>[1][number]
type WireDecided = Parameters<typeof host.call<'document.save'>>[1]['decided'][number]

/** Ids in the document are plain text; main checks them and gives them their brand. */
function toWire(decided: Decided): WireDecided {
  return { ...decided, changeIds: [...decided.changeIds] as WireDecided['changeIds'] }
}

function takeSnapshot(snapshot: EditorSnapshot): void {
  const before = useReview.getState()
  before.setSnapshot(snapshot)
  const next = currentAfter(before.snapshot, snapshot, before.current)
  if (next !== before.current) before.setCurrent(next)
}

/** The caret makes current what it enters and lets go what it leaves; what was chosen elsewhere stays. */
export function currentAfter(
  before: EditorSnapshot | null,
  now: EditorSnapshot,
  current: Target | null,
): Target | null {
  if (current?.id === now.commentId || current?.id === now.changeId) return current
  if (now.commentId !== null && now.commentId !== before?.commentId) {
    return { kind: 'comment', id: now.commentId }
  }
  if (now.changeId !== null && now.changeId !== before?.changeId) return { kind: 'change', id: now.changeId }
  const left = current !== null && (current.id === before?.commentId || current.id === before?.changeId)
  return left ? null : current
}
