/* Tells the run time of SCORM 1.2 or SCORM 2004 how the lesson goes; it is in a frame above. */
function findIn(frame, name) {
  for (let depth = 0; depth < 10; depth++) {
    if (frame[name]) return frame[name]
    if (frame.parent === frame) return undefined
    frame = frame.parent
  }
  return undefined
}

const old = findIn(window, 'API')
const api = old ?? findIn(window, 'API_1484_11')
const call = (name, ...values) => (old ? api[`LMS${name}`](...values) : api[name](...values))
const set = (name, value) => call('SetValue', name, String(value))
const names = old
  ? { place: 'cmi.core.lesson_location', score: 'cmi.core.score', exit: 'cmi.core.exit' }
  : { place: 'cmi.location', score: 'cmi.score', exit: 'cmi.exit' }

window.report = {
  async begin() {
    call('Initialize', '')
    if (old) set('cmi.core.lesson_status', 'incomplete')
    else set('cmi.completion_status', 'incomplete')
    return Number(call('GetValue', names.place)) || 0
  },
  async at(page, part) {
    set(names.place, page)
    if (!old) set('cmi.progress_measure', part)
    set(names.exit, 'suspend')
    call('Commit', '')
  },
  async end(score, isPassed) {
    set(names.place, 0)
    set(names.exit, old ? '' : 'normal')
    set(`${names.score}.raw`, Math.round(score * 100))
    set(`${names.score}.min`, 0)
    set(`${names.score}.max`, 100)
    if (old) set('cmi.core.lesson_status', isPassed ? 'passed' : 'failed')
    else {
      set('cmi.score.scaled', score)
      set('cmi.success_status', isPassed ? 'passed' : 'failed')
      set('cmi.completion_status', 'completed')
    }
    call(old ? 'Finish' : 'Terminate', '')
  },
}
