const KEY = 'stet.checks-in-text'

/** Whether slips are underlined in the text on this machine; they are not, until somebody wants it: the text is calm. */
export function readChecksInText(): boolean {
  return localStorage.getItem(KEY) === 'on'
}

export function setChecksInText(isOn: boolean): void {
  if (isOn) localStorage.setItem(KEY, 'on')
  else localStorage.removeItem(KEY)
}
