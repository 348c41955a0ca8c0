import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createXmlBudget, parseXml } from '../../../src/main/opc/xml.ts'
import type { XmlElement } from '../../../src/main/opc/xml.ts'
import { linesOf } from './lines.ts'
import type { Reader } from './lines.ts'

export type Verdict = 'accept' | 'reject'

/** LibreOffice's own commands, on every file of a folder in one process. What is there already is left alone. */
const MACRO = `
Sub Judge
  Dim folder As String, name As String, list As String
  folder = Environ("JUDGE_FOLDER")
  name = Dir(folder & "/*.docx", 0)
  Do While name <> ""
    list = list & name & "|"
    name = Dir()
  Loop
  Dim names, index
  names = Split(list, "|")
  For index = 0 To UBound(names)
    If names(index) <> "" Then
      Decide folder & "/" & names(index), "accept", ".uno:AcceptAllTrackedChanges"
      Decide folder & "/" & names(index), "reject", ".uno:RejectAllTrackedChanges"
    End If
  Next index
  StarDesktop.terminate()
End Sub

Sub Decide(path As String, verdict As String, command As String)
  Dim target As String
  target = path & "." & verdict & ".fodt"
  If FileExists(target) Then Exit Sub
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim doc As Object, dispatcher As Object
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
  Dim flat(0) As New com.sun.star.beans.PropertyValue
  flat(0).Name = "FilterName"
  flat(0).Value = "OpenDocument Text Flat XML"
  doc.storeToURL(ConvertToURL(target), flat())
  doc.close(True)
End Sub
`

/** A user profile of its own: made by LibreOffice at its first start, whose empty macro is then replaced. */
async function writeProfile(profile: string, end: AbortSignal): Promise<void> {
  await start(profile, ['--terminate_after_init'], {}, end)
  const code = MACRO.replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const module =
    'xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic"'
  writeFileSync(
    join(profile, 'user', 'basic', 'Standard', 'Module1.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<script:module ${module}>${code}</script:module>`,
  )
}

/** `end` kills it; the answer is its exit code, or null. */
function start(
  profile: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  end: AbortSignal,
): Promise<number | null> {
  const own = [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore', '--nologo']
  return new Promise((resolve) => {
    const child = spawn('soffice', [...own, ...args], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      detached: true,
    })
    // The program starts another of itself: both are one group, which ends together.
    const kill = (): void => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'))
    end.addEventListener('abort', kill)
    child.on('error', () => resolve(null))
    child.on('exit', (code) => {
      end.removeEventListener('abort', kill)
      resolve(code)
    })
  })
}

/** Lets LibreOffice decide every .docx of a folder. A file at which it ends is left without an answer. */
export async function decideWithOffice(
  folder: string,
  profile: string,
  tries: number,
  end: AbortSignal,
): Promise<void> {
  await writeProfile(profile, end)
  for (let round = 0; round < tries && !end.aborted; round += 1) {
    if ((await start(profile, ['macro:///Standard.Module1.Judge'], { JUDGE_FOLDER: folder }, end)) === 0)
      return
  }
}

/** Null where LibreOffice gave no answer. */
export function officeLines(file: string, verdict: Verdict): readonly string[] | null {
  const answer = `${file}.${verdict}.fodt`
  if (!existsSync(answer)) return null
  const root = parseXml(readFileSync(answer), { budget: createXmlBudget() })
  const reader: Reader = { text: [], notes: [] }
  const body = find(root, 'body')
  if (body) collect(body, reader, reader.text)
  return linesOf(reader)
}

function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1)
}

function inner(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  return inner(element).find((child) => localName(child) === name)
}

const NOT_TEXT = new Set([
  'tracked-changes',
  'frame',
  'annotation',
  'note-citation',
  'sequence-decls',
  'forms',
])

function collect(element: XmlElement, reader: Reader, lines: string[]): void {
  for (const child of inner(element)) {
    const name = localName(child)
    if (name === 'p' || name === 'h') lines.push(inlineText(child, reader))
    else if (!NOT_TEXT.has(name)) collect(child, reader, lines)
  }
}

function inlineText(element: XmlElement, reader: Reader): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child
      const name = localName(child)
      if (NOT_TEXT.has(name)) return ''
      if (name === 's' || name === 'tab' || name === 'line-break') return ' '
      if (name !== 'note') return inlineText(child, reader)
      collect(child, reader, reader.notes)
      return ''
    })
    .join('')
}
