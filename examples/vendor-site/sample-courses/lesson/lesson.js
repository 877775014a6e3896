/* A lesson: pages of text, then questions. What becomes of it is told to `report`, of cmi5 or SCORM. */
const { title, pages, questions } = JSON.parse(document.getElementById('lesson').textContent)
const main = document.querySelector('main')
const bar = document.querySelector('progress')
const steps = pages.length + 1
const least = 0.8

document.querySelector('h1').textContent = title

function make(name, text, more = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...more })
}

function button(text, act, className = '') {
  const one = make('button', text, { type: 'button', className })
  one.addEventListener('click', act)
  return one
}

async function show(place) {
  bar.value = place / steps
  const content = place < pages.length ? page(place) : quiz()
  main.replaceChildren(...content)
  main.focus()
  await window.report.at(place, place / steps)
}

function page(place) {
  const [heading, ...texts] = pages[place]
  const nav = document.createElement('nav')
  if (place > 0) nav.append(button('Back', () => show(place - 1)))
  nav.append(button('Next', () => show(place + 1), 'main'))
  return [make('h2', heading), ...texts.map((text) => make('p', text)), nav]
}

function quiz() {
  const form = document.createElement('form')
  questions.forEach(([question, ...answers], number) => {
    const set = document.createElement('fieldset')
    set.append(make('legend', question))
    // The first answer of the data is the right one; shown they are in order of the alphabet.
    for (const answer of [...answers].sort()) {
      const label = make('label', '')
      const choice = make('input', '', { type: 'radio', name: String(number), required: true })
      choice.value = answer
      label.append(choice, ` ${answer}`)
      set.append(label)
    }
    form.append(set)
  })
  form.append(make('button', 'Send answers', { className: 'main' }))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const given = new FormData(form)
    const right = questions.filter(([, good], number) => given.get(String(number)) === good)
    end(right.length / questions.length)
  })
  return [make('h2', 'What have you learned?'), form]
}

async function end(score) {
  const isPassed = score >= least
  bar.value = 1
  main.replaceChildren(
    make('h2', isPassed ? 'Passed' : 'Not passed'),
    make(
      'p',
      `${Math.round(score * 100)} % of your answers are right; ${least * 100} % are asked for.`,
    ),
    make(
      'p',
      isPassed
        ? 'You can close this page.'
        : 'Close this page, and open the course again to try once more.',
    ),
  )
  main.focus()
  await window.report.end(score, isPassed)
}

await show(await window.report.begin())
