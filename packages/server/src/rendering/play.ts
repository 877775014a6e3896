/** The data of a launch that the player page uses. */
export interface PlayerFacts {
  kind: 'scorm12' | 'scorm2004'
  /** The address of the course’s page. */
  href: string
  commitUrl: string
  /** The data model with which the course begins. */
  cmi: object
  words: { saved: string; failed: string; ended: string }
}

/** The run time that a course calls, as far as the player uses it. */
interface RunTime {
  loadFromJSON(cmi: object): void
  LMSCommit?(parameter: string): string
  Commit?(parameter: string): string
}

interface Transport {
  processHttpRequest(url: string, commit: object, isFinal: boolean): object
  updateSettings(): void
}

interface Element {
  textContent: string | null
  hidden: boolean
  src: string
}

/** The parts of a browser’s window that the player uses. */
interface PlayerWindow {
  document: { getElementById(id: string): Element | null }
  navigator: { sendBeacon(url: string, body: object): boolean }
  Blob: new (parts: string[], options: { type: string }) => object
  XMLHttpRequest: new () => {
    status: number
    open(method: string, url: string, isAsynchronous: boolean): void
    setRequestHeader(name: string, value: string): void
    send(body: string): void
  }
  addEventListener(type: string, listener: () => void): void
  API?: RunTime
  API_1484_11?: RunTime
}

/**
 * Runs in the player page, as text: it may name nothing from outside but its parameters. It puts the
 * run time where the course looks for it, opens the course in the frame, and sends what it keeps.
 */
export function play(
  window: PlayerWindow,
  RunTime: new (settings: object, transport: Transport) => RunTime,
): void {
  const element = (id: string) => window.document.getElementById(id) as Element
  const facts = JSON.parse(element('launch').textContent ?? '') as PlayerFacts
  const { words } = facts

  function say(text: string, isEnd: boolean): void {
    element('said').textContent = text
    element('bar').hidden = text === ''
    const back = window.document.getElementById('back')
    if (back) back.hidden = !isEnd
  }

  // Courses read the answer at once, so the request is synchronous. While a page is being closed browsers
  // refuse that and take beacons, which are small: a course keeps what is large before.
  function processHttpRequest(url: string, commit: object, isFinal: boolean): object {
    const address = isFinal ? `${url}?final=true` : url
    const body = JSON.stringify(commit)
    let isKept = false
    try {
      const request = new window.XMLHttpRequest()
      request.open('POST', address, false)
      request.setRequestHeader('content-type', 'application/json')
      request.send(body)
      isKept = request.status === 200
      if (isKept) say(isFinal ? words.saved : '', isFinal)
      else say(request.status === 409 ? words.ended : words.failed, request.status === 409)
    } catch {
      isKept = window.navigator.sendBeacon(
        address,
        new window.Blob([body], { type: 'text/plain;charset=UTF-8' }),
      )
      if (!isKept) say(words.failed, false)
    }
    return { result: isKept ? 'true' : 'false', errorCode: isKept ? 0 : 391 }
  }

  const runTime = new RunTime(
    {
      ...{ lmsCommitUrl: facts.commitUrl, autocommit: true, autocommitSeconds: 10 },
      ...{ renderCommonCommitFields: true, sendFullCommit: true, alwaysSendTotalTime: true },
      ...{ mastery_override: true, logLevel: 'NONE' },
    },
    { processHttpRequest, updateSettings() {} },
  )
  runTime.loadFromJSON(facts.cmi)
  if (facts.kind === 'scorm12') window.API = runTime
  else window.API_1484_11 = runTime
  // A course whose page is closed in the middle keeps what it had; without a session this does nothing.
  window.addEventListener('pagehide', () => {
    if (facts.kind === 'scorm12') runTime.LMSCommit?.('')
    else runTime.Commit?.('')
  })
  element('course').src = facts.href
}
